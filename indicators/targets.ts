/**
 * Official names of the goals and targets that the indicators relate to, after A/RES/70/1 in the six
 * languages of the United Nations (collected by open-sdg/sdg-translations). Elongation marks, stray
 * spaces and misprints of that collection are removed; Chinese has its own punctuation.
 */
import type { I18n } from "../src/types.js";

/** Goal number → name. */
export const goals: ReadonlyMap<number, I18n> = new Map<number, I18n>([
  [
    1,
    {
      ar: "لا فقر",
      en: "No poverty",
      es: "Fin de la Pobreza",
      fr: "Pas de pauvreté",
      ru: "Ликвидация нищеты",
      zh: "无贫穷",
    },
  ],
  [
    3,
    {
      ar: "صحة جيدة ورفاه",
      en: "Good health and well-being",
      es: "Salud y Bienestar",
      fr: "Bonne santé et bien-être",
      ru: "Хорошее здоровье и благополучие",
      zh: "良好健康与福祉",
    },
  ],
  [
    4,
    {
      ar: "تعليم ذو جودة",
      en: "Quality education",
      es: "Educación de Calidad",
      fr: "Éducation de qualité",
      ru: "Качественное образование",
      zh: "优质教育",
    },
  ],
  [
    5,
    {
      ar: "المساواة بين الجنسين",
      en: "Gender equality",
      es: "Igualdad de Género",
      fr: "Égalité entre les sexes",
      ru: "Гендерное равенство",
      zh: "性别平等",
    },
  ],
  [
    8,
    {
      ar: "وظائف لائقة والنمو الاقتصادي",
      en: "Decent work and economic growth",
      es: "Trabajo decente y crecimiento económico",
      fr: "Travail décent et croissance économique",
      ru: "Достойная работа и экономический рост",
      zh: "体面的工作和经济增长",
    },
  ],
  [
    9,
    {
      ar: "الصناعة والابتكار والهياكل الأساسية",
      en: "Industry, innovation and infrastructure",
      es: "Industria, Innovación e Infraestructura",
      fr: "Industrie, innovation et infrastructure",
      ru: "Индустриализация, инновации и инфраструктура",
      zh: "创业、创新和基础设施",
    },
  ],
  [
    10,
    {
      ar: "انخفاض عدم المساواة",
      en: "Reduced inequalities",
      es: "Reducción de las Desigualdades",
      fr: "Inégalités réduites",
      ru: "Уменьшение неравенства",
      zh: "减少不平等",
    },
  ],
  [
    11,
    {
      ar: "المدن والمجتمعات المستدامة",
      en: "Sustainable cities and communities",
      es: "Ciudades y comunidades sostenibles",
      fr: "Villes et communautés durables",
      ru: "Устойчивые города и населенные пункты",
      zh: "可持续的城市和社区",
    },
  ],
  [
    12,
    {
      ar: "الاستهلاك والإنتاج المسؤول",
      en: "Responsible consumption and production",
      es: "Producción y Consumo Responsables",
      fr: "Consommation et production responsables",
      ru: "Ответственное потребление и производство",
      zh: "负责任消费和生产",
    },
  ],
  [
    16,
    {
      ar: "السلام والعدالة - مؤسسات قوية",
      en: "Peace, justice and strong institutions",
      es: "Paz, justicia e instituciones fuertes",
      fr: "Paix, justice et institutions efficaces",
      ru: "Мир, правосудие и эффективные институты",
      zh: "和平、正义且强大的机构",
    },
  ],
  [
    17,
    {
      ar: "الشراكات من أجل الأهداف",
      en: "Partnerships for the goals",
      es: "Alianzas para Lograr los Objetivos",
      fr: "Partenariats pour la réalisation des objectifs",
      ru: "Партнерство в интересах устойчивого развития",
      zh: "促进目标实现的伙伴关系",
    },
  ],
]);

/** Target code, such as `17.8` → name. */
export const targets: ReadonlyMap<string, I18n> = new Map<string, I18n>([
  [
    "1.4",
    {
      ar: "كفالة تمتع جميع الرجال والنساء، ولا سيما الفقراء والضعفاء منهم، بنفس الحقوق في الحصول على الموارد الاقتصادية، وكذلك حصولهم على الخدمات الأساسية، وعلى حق امتلاك الأراضي والتصرّف فيها وغير ذلك من الحقوق المتعلّقة بأشكال الملكية الأخرى، وبالميراث، وبالحصول على الموارد الطبيعية، والتكنولوجيا الجديدة الملائمة، والخدمات المالية، بما في ذلك التمويل المتناهي الصغر، بحلول عام 2030",
      en: "By 2030, ensure that all men and women, in particular the poor and the vulnerable, have equal rights to economic resources, as well as access to basic services, ownership and control over land and other forms of property, inheritance, natural resources, appropriate new technology and financial services, including microfinance",
      es: "De aquí a 2030, garantizar que todos los hombres y mujeres, en particular los pobres y los vulnerables, tengan los mismos derechos a los recursos económicos y acceso a los servicios básicos, la propiedad y el control de la tierra y otros bienes, la herencia, los recursos naturales, las nuevas tecnologías apropiadas y los servicios financieros, incluida la microfinanciación",
      fr: "D’ici à 2030, faire en sorte que tous les hommes et les femmes, en particulier les pauvres et les personnes vulnérables, aient les mêmes droits aux ressources économiques et qu’ils aient accès aux services de base, à la propriété foncière, au contrôle des terres et à d’autres formes de propriété, à l’héritage, aux ressources naturelles et à des nouvelles technologies et des services financiers adaptés à leurs besoins, y compris la microfinance",
      ru: "К 2030 году обеспечить, чтобы все мужчины и женщины, особенно малоимущие и уязвимые, имели равные права на экономические ресурсы, а также доступ к базовым услугам, владению и распоряжению землей и другими формами собственности, наследуемому имуществу, природным ресурсам, соответствующим новым технологиям и финансовым услугам, включая микрофинансирование",
      zh: "到2030年，确保所有男女，特别是穷人和弱势群体，享有平等获取经济资源的权利，享有基本服务，获得对土地和其他形式财产的所有权和控制权，继承遗产，获取自然资源、适当的新技术和包括小额信贷在内的金融服务",
    },
  ],
  [
    "3.8",
    {
      ar: "تحقيق التغطية الصحية الشاملة، بما في ذلك الحماية من المخاطر المالية وإمكانية الحصول على خدمات الرعاية الصحية الأساسية الجيدة، وإمكانية حصول الجميع على الأدوية واللقاحات الأساسية المأمونة والجيّدة والفعالة والميسورة التكلفة",
      en: "Achieve universal health coverage, including financial risk protection, access to quality essential health-care services and access to safe, effective, quality and affordable essential medicines and vaccines for all",
      es: "Lograr la cobertura sanitaria universal, incluida la protección contra los riesgos financieros, el acceso a servicios de salud esenciales de calidad y el acceso a medicamentos y vacunas inocuos, eficaces, asequibles y de calidad para todos",
      fr: "Faire en sorte que chacun bénéficie d’une couverture sanitaire universelle, comprenant une protection contre les risques financiers et donnant accès à des services de santé essentiels de qualité et à des médicaments et vaccins essentiels sûrs, efficaces, de qualité et d’un coût abordable",
      ru: "Обеспечить всеобщий охват услугами здравоохранения, в том числе защиту от финансовых рисков, доступ к качественным основным медико-санитарным услугам и доступ к безопасным, эффективным, качественным и недорогим основным лекарственным средствам и вакцинам для всех",
      zh: "实现全民健康保障，包括提供经济风险保护，人人享有优质的基本保健服务，人人获得安全、有效、优质和负担得起的基本药品和疫苗",
    },
  ],
  [
    "3.9",
    {
      ar: "الحد بقدر كبير من عدد الوفيات والأمراض الناجمة عن التعرّض للمواد الكيميائية الخطرة، وتلوّث الهواء والماء والتربة، بحلول عام 2030",
      en: "By 2030, substantially reduce the number of deaths and illnesses from hazardous chemicals and air, water and soil pollution and contamination",
      es: "De aquí a 2030, reducir considerablemente el número de muertes y enfermedades causadas por productos químicos peligrosos y por la polución y contaminación del aire, el agua y el suelo",
      fr: "D’ici à 2030, réduire nettement le nombre de décès et de maladies dus à des substances chimiques dangereuses et à la pollution et à la contamination de l’air, de l’eau et du sol",
      ru: "К 2030 году существенно сократить количество случаев смерти и заболевания в результате воздействия опасных химических веществ и загрязнения и отравления воздуха, воды и почв",
      zh: "到2030年，大幅减少危险化学品以及空气、水和土壤污染导致的死亡和患病人数",
    },
  ],
  [
    "4.1",
    {
      ar: "ضمان أن يتمتّع جميع الفتيات والفتيان بتعليم ابتدائي وثانوي مجاني ومنصف وجيّد يؤدي إلى تحقيق نتائج تعليمية ملائمة وفعالة بحلول عام 2030",
      en: "By 2030, ensure that all girls and boys complete free, equitable and quality primary and secondary education leading to relevant and effective learning outcomes",
      es: "De aquí a 2030, asegurar que todas las niñas y todos los niños terminen la enseñanza primaria y secundaria, que ha de ser gratuita, equitativa y de calidad y producir resultados de aprendizaje pertinentes y efectivos",
      fr: "D’ici à 2030, faire en sorte que toutes les filles et tous les garçons suivent, sur un pied d’égalité, un cycle complet d’enseignement primaire et secondaire gratuit et de qualité, les dotant d’acquis véritablement utiles",
      ru: "К 2030 году обеспечить, чтобы все девочки и мальчики завершали получение бесплатного, равноправного и качественного начального и среднего образования, позволяющего добиться востребованных и эффективных результатов обучения",
      zh: "到2030年，确保所有男女童完成免费、公平和优质的中小学教育，并取得相关和有效的学习成果",
    },
  ],
  [
    "4.3",
    {
      ar: "كفالة تكافؤ فرص جميع النساء والرجال في الحصول على التعليم التقني والمهني والتعليم العالي الجيّد والميسور التكلفة، بما في ذلك التعليم الجامعي، بحلول عام 2030",
      en: "By 2030, ensure equal access for all women and men to affordable and quality technical, vocational and tertiary education, including university",
      es: "De aquí a 2030, asegurar el acceso igualitario de todos los hombres y las mujeres a una formación técnica, profesional y superior de calidad, incluida la enseñanza universitaria",
      fr: "D’ici à 2030, faire en sorte que toutes les femmes et tous les hommes aient accès dans des conditions d’égalité à un enseignement technique, professionnel ou tertiaire, y compris universitaire, de qualité et d’un coût abordable",
      ru: "К 2030 году обеспечить для всех женщин и мужчин равный доступ к недорогому и качественному профессионально-техническому и высшему образованию, в том числе университетскому образованию",
      zh: "到2030年，确保所有男女平等获得负担得起的优质技术、职业和高等教育，包括大学教育",
    },
  ],
  [
    "4.4",
    {
      ar: "تحقيق زيادة كبيرة في عدد الشباب والكبار الذين تتوافر لديهم المهارات المناسبة، بما في ذلك المهارات التقنية والمهنية، للعمل وشغل وظائف لائقة ولمباشرة الأعمال الحرة، بحلول عام 2030",
      en: "By 2030, substantially increase the number of youth and adults who have relevant skills, including technical and vocational skills, for employment, decent jobs and entrepreneurship",
      es: "De aquí a 2030, aumentar considerablemente el número de jóvenes y adultos que tienen las competencias necesarias, en particular técnicas y profesionales, para acceder al empleo, el trabajo decente y el emprendimiento",
      fr: "D’ici à 2030, augmenter nettement le nombre de jeunes et d’adultes disposant des compétences, notamment techniques et professionnelles, nécessaires à l’emploi, à l’obtention d’un travail décent et à l’entrepreneuriat",
      ru: "К 2030 году существенно увеличить число молодых и взрослых людей, обладающих востребованными навыками, в том числе профессионально-техническими навыками, для трудоустройства, получения достойной работы и занятий предпринимательской деятельностью",
      zh: "到2030年，大幅增加掌握就业、体面工作和创业所需相关技能，包括技术性和职业性技能的青年和成年人数",
    },
  ],
  [
    "4.7",
    {
      ar: "كفالة أن يكتسب جميع المتعلّمين المعارف والمهارات اللازمة لدعم التنمية المستدامة، بما في ذلك جملة أمور منها التعليم لتحقيق التنمية المستدامة، واتّباع أساليب العيش المستدامة، وحقوق الإنسان، والمساواة بين الجنسين، والترويج لثقافة السلام ونبذ العنف، والمواطنة العالمية، وتقدير التنوع الثقافي، وتقدير مساهمة الثقافة في التنمية المستدامة، بحلول عام 2030",
      en: "By 2030, ensure that all learners acquire the knowledge and skills needed to promote sustainable development, including, among others, through education for sustainable development and sustainable lifestyles, human rights, gender equality, promotion of a culture of peace and non-violence, global citizenship and appreciation of cultural diversity and of culture’s contribution to sustainable development",
      es: "De aquí a 2030, asegurar que todos los alumnos adquieran los conocimientos teóricos y prácticos necesarios para promover el desarrollo sostenible, entre otras cosas mediante la educación para el desarrollo sostenible y los estilos de vida sostenibles, los derechos humanos, la igualdad de género, la promoción de una cultura de paz y no violencia, la ciudadanía mundial y la valoración de la diversidad cultural y la contribución de la cultura al desarrollo sostenible",
      fr: "D’ici à 2030, faire en sorte que tous les élèves acquièrent les connaissances et compétences nécessaires pour promouvoir le développement durable, notamment par l’éducation en faveur du développement et de modes de vie durables, des droits de l’homme, de l’égalité des sexes, de la promotion d’une culture de paix et de non-violence, de la citoyenneté mondiale et de l’appréciation de la diversité culturelle et de la contribution de la culture au développement durable",
      ru: "К 2030 году обеспечить, чтобы все учащиеся приобретали знания и навыки, необходимые для содействия устойчивому развитию, в том числе посредством обучения по вопросам устойчивого развития и устойчивого образа жизни, прав человека, гендерного равенства, пропаганды культуры мира и ненасилия, гражданства мира и осознания ценности культурного разнообразия и вклада культуры в устойчивое развитие",
      zh: "到2030年，确保所有从事学习的人都掌握可持续发展所需的知识和技能，具体做法包括开展可持续发展、可持续生活方式、人权和性别平等方面的教育、弘扬和平和非暴力文化、提升全球公民意识，以及肯定文化多样性和文化对可持续发展的贡献",
    },
  ],
  [
    "4.a",
    {
      ar: "بناء مرافق تعليمية تراعي الأطفال، وذوي الإعاقة، والفروق بين الجنسين، ورفع مستوى المرافق التعليمية القائمة، وتهيئة بيئة تعليمية فعالة ومأمونة وخالية من العنف وشاملة للجميع",
      en: "Build and upgrade education facilities that are child, disability and gender sensitive and provide safe, non-violent, inclusive and effective learning environments for all",
      es: "Construir y adecuar instalaciones educativas que tengan en cuenta las necesidades de los niños y las personas con discapacidad y las diferencias de género, y que ofrezcan entornos de aprendizaje seguros, no violentos, inclusivos y eficaces para todos",
      fr: "Construire des établissements scolaires qui soient adaptés aux enfants, aux personnes handicapées et aux deux sexes ou adapter les établissements existants à cette fin et fournir à tous un cadre d’apprentissage sûr, non violent, inclusif et efficace",
      ru: "Создавать и совершенствовать учебные заведения, учитывающие интересы детей, особые нужды инвалидов и гендерные аспекты, и обеспечить безопасную, свободную от насилия и социальных барьеров и эффективную среду обучения для всех",
      zh: "建立和改善兼顾儿童、残疾和性别平等的教育设施，为所有人提供安全、无暴力、包容和有效的学习环境",
    },
  ],
  [
    "4.c",
    {
      ar: "تحقيق زيادة كبيرة في عدد المعلمين المؤهلين، بوسائل منها التعاون الدولي لتدريب المعلمين في البلدان النامية، وبخاصة في أقل البلدان نموّاً والدول الجزرية الصغيرة النامية، بحلول عام 2030",
      en: "By 2030, substantially increase the supply of qualified teachers, including through international cooperation for teacher training in developing countries, especially least developed countries and small island developing States",
      es: "De aquí a 2030, aumentar considerablemente la oferta de docentes calificados, incluso mediante la cooperación internacional para la formación de docentes en los países en desarrollo, especialmente los países menos adelantados y los pequeños Estados insulares en desarrollo",
      fr: "D’ici à 2030, accroître nettement le nombre d’enseignants qualifiés, notamment au moyen de la coopération internationale pour la formation d’enseignants dans les pays en développement, surtout dans les pays les moins avancés et les petits États insulaires en développement",
      ru: "К 2030 году значительно увеличить число квалифицированных учителей, в том числе посредством международного сотрудничества в подготовке учителей в развивающихся странах, особенно в наименее развитых странах и малых островных развивающихся государствах",
      zh: "到2030年，大幅增加合格教师人数，具体做法包括在发展中国家，特别是最不发达国家和小岛屿发展中国家开展师资培训方面的国际合作",
    },
  ],
  [
    "5.5",
    {
      ar: "كفالة المشاركة الكاملة والفعالة للمرأة وفرصها المتساوية مع الرجل في شغل المناصب القيادية على جميع مستويات صنع القرار في الحياة السياسية والاقتصادية والعامة",
      en: "Ensure women’s full and effective participation and equal opportunities for leadership at all levels of decision-making in political, economic and public life",
      es: "Asegurar la participación plena y efectiva de las mujeres y la igualdad de oportunidades de liderazgo a todos los niveles decisorios en la vida política, económica y pública",
      fr: "Veiller à ce que les femmes participent pleinement et effectivement aux fonctions de direction à tous les niveaux de décision, dans la vie politique, économique et publique, et y accèdent sur un pied d’égalité",
      ru: "Обеспечить всестороннее и реальное участие женщин и равные для них возможности для лидерства на всех уровнях принятия решений в политической, экономической и общественной жизни",
      zh: "确保妇女全面有效参与各级政治、经济和公共生活的决策，并享有进入以上各级决策领导层的平等机会",
    },
  ],
  [
    "5.b",
    {
      ar: "تعزيز استخدام التكنولوجيا التمكينية، وبخاصة تكنولوجيا المعلومات والاتصالات، من أجل تعزيز تمكين المرأة",
      en: "Enhance the use of enabling technology, in particular information and communications technology, to promote the empowerment of women",
      es: "Mejorar el uso de la tecnología instrumental, en particular la tecnología de la información y las comunicaciones, para promover el empoderamiento de las mujeres",
      fr: "Renforcer l’utilisation des technologies clefs, en particulier de l’informatique et des communications, pour favoriser l’autonomisation des femmes",
      ru: "Активнее использовать высокоэффективные технологии, в частности информационно-коммуникационные технологии, для содействия расширению прав и возможностей женщин",
      zh: "加强技术特别是信息和通信技术的应用，以增强妇女权能",
    },
  ],
  [
    "8.2",
    {
      ar: "تحقيق مستويات أعلى من الإنتاجية الاقتصادية من خلال التنويع، والارتقاء بمستوى التكنولوجيا والابتكار، بطرق تشمل التركيز على القطاعات المتسمة بالقيمة المضافة العالية والقطاعات الكثيفة العمالة",
      en: "Achieve higher levels of economic productivity through diversification, technological upgrading and innovation, including through a focus on high-value added and labour-intensive sectors",
      es: "Lograr niveles más elevados de productividad económica mediante la diversificación, la modernización tecnológica y la innovación, entre otras cosas centrándose en los sectores con gran valor añadido y un uso intensivo de la mano de obra",
      fr: "Parvenir à un niveau élevé de productivité économique par la diversification, la modernisation technologique et l’innovation, notamment en mettant l’accent sur les secteurs à forte valeur ajoutée et à forte intensité de main-d’œuvre",
      ru: "Добиться повышения производительности в экономике посредством диверсификации, технической модернизации и инновационной деятельности, в том числе путем уделения особого внимания секторам с высокой добавленной стоимостью и трудоемким секторам",
      zh: "通过多样化经营、技术升级和创新，包括重点发展高附加值和劳动密集型行业，实现更高水平的经济生产力",
    },
  ],
  [
    "8.3",
    {
      ar: "تعزيز السياسات الموجهة نحو التنمية والتي تدعم الأنشطة الإنتاجية، وفرص العمل اللائق، ومباشرة الأعمال الحرة، والقدرة على الإبداع والابتكار، وتشجع على إضفاء الطابع الرسمي على المشاريع المتناهية الصغر والصغيرة والمتوسطة الحجم، ونموها، بطرق منها الحصول على الخدمات المالية",
      en: "Promote development-oriented policies that support productive activities, decent job creation, entrepreneurship, creativity and innovation, and encourage the formalization and growth of micro-, small- and medium-sized enterprises, including through access to financial services",
      es: "Promover políticas orientadas al desarrollo que apoyen las actividades productivas, la creación de puestos de trabajo decentes, el emprendimiento, la creatividad y la innovación, y fomentar la formalización y el crecimiento de las microempresas y las pequeñas y medianas empresas, incluso mediante el acceso a servicios financieros",
      fr: "Promouvoir des politiques axées sur le développement qui favorisent les activités productives, la création d’emplois décents, l’entrepreneuriat, la créativité et l’innovation et stimulent la croissance des microentreprises et des petites et moyennes entreprises et facilitent leur intégration dans le secteur formel, y compris par l’accès aux services financiers",
      ru: "Содействовать проведению ориентированной на развитие политики, которая способствует производительной деятельности, созданию достойных рабочих мест, предпринимательству, творчеству и инновационной деятельности, и поощрять официальное признание и развитие микро-, малых и средних предприятий, в том числе посредством предоставления им доступа к финансовым услугам",
      zh: "推行以发展为导向的政策，支持生产性活动、体面就业、创业精神、创造力和创新；鼓励微型和中小型企业通过获取金融服务等方式实现正规化并成长壮大",
    },
  ],
  [
    "8.5",
    {
      ar: "تحقيق العمالة الكاملة والمنتجة وتوفير العمل اللائق لجميع النساء والرجال، بمن فيهم الشباب والأشخاص ذوو الإعاقة، وتكافؤ الأجر لقاء العمل المتكافئ القيمة، بحلول عام 2030",
      en: "By 2030, achieve full and productive employment and decent work for all women and men, including for young people and persons with disabilities, and equal pay for work of equal value",
      es: "De aquí a 2030, lograr el empleo pleno y productivo y el trabajo decente para todas las mujeres y los hombres, incluidos los jóvenes y las personas con discapacidad, así como la igualdad de remuneración por trabajo de igual valor",
      fr: "D’ici à 2030, parvenir au plein emploi productif et garantir à toutes les femmes et à tous les hommes, y compris les jeunes et les personnes handicapées, un travail décent et un salaire égal pour un travail de valeur égale",
      ru: "К 2030 году обеспечить полную и производительную занятость и достойную работу для всех женщин и мужчин, в том числе молодых людей и инвалидов, и равную оплату за труд равной ценности",
      zh: "到2030年，所有男女，包括青年和残疾人实现充分和生产性就业，有体面工作，并做到同工同酬",
    },
  ],
  [
    "9.1",
    {
      ar: "إقامة هياكل أساسية جيدة النوعية وموثوقة ومستدامة وقادرة على الصمود، بما في ذلك هياكل أساسية إقليمية وعابرة للحدود، لدعم التنمية الاقتصادية ورفاه الإنسان، مع التركيز على تيسير سُبُل استفادة الجميع منها بتكلفة ميسورة وعلى قدم المساواة",
      en: "Develop quality, reliable, sustainable and resilient infrastructure, including regional and transborder infrastructure, to support economic development and human well-being, with a focus on affordable and equitable access for all",
      es: "Desarrollar infraestructuras fiables, sostenibles, resilientes y de calidad, incluidas infraestructuras regionales y transfronterizas, para apoyar el desarrollo económico y el bienestar humano, haciendo especial hincapié en el acceso asequible y equitativo para todos",
      fr: "Mettre en place une infrastructure de qualité, fiable, durable et résiliente, y compris une infrastructure régionale et transfrontière, pour favoriser le développement économique et le bien-être de l’être humain, en privilégiant un accès universel, financièrement abordable et équitable",
      ru: "Развивать качественную, надежную, устойчивую и стойкую инфраструктуру, включая региональную и трансграничную инфраструктуру, в целях поддержки экономического развития и благополучия людей, уделяя особое внимание обеспечению недорогого и равноправного доступа для всех",
      zh: "发展优质、可靠、可持续和有抵御灾害能力的基础设施，包括区域和跨境基础设施，以支持经济发展和提升人类福祉，重点是人人可负担得起并公平利用上述基础设施",
    },
  ],
  [
    "9.3",
    {
      ar: "زيادة فرص حصول المشاريع الصناعية الصغيرة الحجم وسائر المشاريع، ولا سيما في البلدان النامية، على الخدمات المالية، بما في ذلك الائتمانات الميسورة التكلفة، وإدماجها في سلاسل القيمة والأسواق",
      en: "Increase the access of small-scale industrial and other enterprises, in particular in developing countries, to financial services, including affordable credit, and their integration into value chains and markets",
      es: "Aumentar el acceso de las pequeñas industrias y otras empresas, particularmente en los países en desarrollo, a los servicios financieros, incluidos créditos asequibles, y su integración en las cadenas de valor y los mercados",
      fr: "Accroître, en particulier dans les pays en développement, l’accès des entreprises, notamment des petites entreprises industrielles, aux services financiers, y compris aux prêts consentis à des conditions abordables, et leur intégration aux chaînes de valeur et aux marchés",
      ru: "Расширить доступ мелких промышленных и прочих предприятий, особенно в развивающихся странах, к финансовым услугам, в том числе к недорогим кредитам, и усилить их интеграцию в производственно-сбытовые цепочки и рынки",
      zh: "增加小型工业和其他企业，特别是发展中国家的这些企业获得金融服务、包括负担得起的信贷的机会，将上述企业纳入价值链和市场",
    },
  ],
  [
    "9.5",
    {
      ar: "تعزيز البحث العلمي، وتحسين القدرات التكنولوجية في القطاعات الصناعية في جميع البلدان، ولا سيما البلدان النامية، بما في ذلك، بحلول عام 2030، تشجيع الابتكار وتحقيق زيادة كبيرة في عدد العاملين في مجال البحث والتطوير لكل مليون شخص، وزيادة إنفاق القطاعين العام والخاص على البحث والتطوير",
      en: "Enhance scientific research, upgrade the technological capabilities of industrial sectors in all countries, in particular developing countries, including, by 2030, encouraging innovation and substantially increasing the number of research and development workers per 1 million people and public and private research and development spending",
      es: "Aumentar la investigación científica y mejorar la capacidad tecnológica de los sectores industriales de todos los países, en particular los países en desarrollo, entre otras cosas fomentando la innovación y aumentando considerablemente, de aquí a 2030, el número de personas que trabajan en investigación y desarrollo por millón de habitantes y los gastos de los sectores público y privado en investigación y desarrollo",
      fr: "Renforcer la recherche scientifique, perfectionner les capacités technologiques des secteurs industriels de tous les pays, en particulier des pays en développement, notamment en encourageant l’innovation et en augmentant nettement le nombre de personnes travaillant dans le secteur de la recherche-développement pour 1 million d’habitants et en accroissant les dépenses publiques et privées consacrées à la recherche-développement d’ici à 2030",
      ru: "Активизировать научные исследования, наращивать технологический потенциал промышленных секторов во всех странах, особенно развивающихся странах, в том числе путем стимулирования к 2030 году инновационной деятельности и значительного увеличения числа работников в сфере научно-исследовательских и опытно-конструкторских работ (НИОКР) в расчете на 1 миллион человек, а также государственных и частных расходов на НИОКР",
      zh: "在所有国家，特别是发展中国家，加强科学研究，提升工业部门的技术能力，包括到2030年，鼓励创新，大幅增加每100万人口中的研发人员数量，并增加公共和私人研发支出",
    },
  ],
  [
    "9.b",
    {
      ar: "دعم أنشطة التطوير والبحث والابتكار في التكنولوجيا المحلية في البلدان النامية، بوسائل منها كفالة وجود بيئة مؤاتية من حيث السياسات للتنويع الصناعي وإضافة قيمة للسلع الأساسية بين أمور أخرى",
      en: "Support domestic technology development, research and innovation in developing countries, including by ensuring a conducive policy environment for, inter alia, industrial diversification and value addition to commodities",
      es: "Apoyar el desarrollo de tecnologías, la investigación y la innovación nacionales en los países en desarrollo, incluso garantizando un entorno normativo propicio a la diversificación industrial y la adición de valor a los productos básicos, entre otras cosas",
      fr: "Soutenir les activités de recherche-développement et d’innovation des pays en développement dans le secteur technologique, notamment en instaurant des conditions propices, entre autres, à la diversification industrielle et à l’ajout de valeur aux marchandises",
      ru: "Поддерживать разработки, исследования и инновации в сфере отечественных технологий в развивающихся странах, в том числе путем создания политического климата, благоприятствующего, в частности, диверсификации промышленности и увеличению добавленной стоимости в сырьевых отраслях",
      zh: "支持发展中国家的国内技术开发、研究与创新，包括提供有利的政策环境，以实现工业多样化，增加商品附加值",
    },
  ],
  [
    "9.c",
    {
      ar: "تحقيق زيادة كبيرة في فرص الحصول على تكنولوجيا المعلومات والاتصالات، والسعي إلى توفير فرص الوصول الشامل والميسور إلى شبكة الإنترنت في أقل البلدان نموا، بحلول عام 2020",
      en: "Significantly increase access to information and communications technology and strive to provide universal and affordable access to the Internet in least developed countries by 2020",
      es: "Aumentar significativamente el acceso a la tecnología de la información y las comunicaciones y esforzarse por proporcionar acceso universal y asequible a Internet en los países menos adelantados de aquí a 2020",
      fr: "Accroître nettement l’accès aux technologies de l’information et des communications et faire en sorte que tous les habitants des pays les moins avancés aient accès à Internet à un coût abordable d’ici à 2020",
      ru: "Существенно расширить доступ к информационно-коммуникационным технологиям и стремиться к обеспечению всеобщего и недорогого доступа к Интернету в наименее развитых странах к 2020 году",
      zh: "大幅提升信息和通信技术的普及度，力争到2020年在最不发达国家以低廉的价格普遍提供因特网服务",
    },
  ],
  [
    "10.2",
    {
      ar: "تمكين وتعزيز الإدماج الاجتماعي والاقتصادي والسياسي للجميع، بصرف النظر عن السن أو الجنس أو الإعاقة أو الانتماء العرقي أو الإثني أو الأصل أو الدين أو الوضع الاقتصادي أو غير ذلك، بحلول عام 2030",
      en: "By 2030, empower and promote the social, economic and political inclusion of all, irrespective of age, sex, disability, race, ethnicity, origin, religion or economic or other status",
      es: "De aquí a 2030, potenciar y promover la inclusión social, económica y política de todas las personas, independientemente de su edad, sexo, discapacidad, raza, etnia, origen, religión o situación económica u otra condición",
      fr: "D’ici à 2030, autonomiser toutes les personnes et favoriser leur intégration sociale, économique et politique, indépendamment de leur âge, de leur sexe, de leur handicap, de leur race, de leur appartenance ethnique, de leurs origines, de leur religion ou de leur statut économique ou autre",
      ru: "К 2030 году поддержать законодательным путем и поощрять активное участие всех людей в социальной, экономической и политической жизни независимо от их возраста, пола, инвалидности, расы, этнической принадлежности, происхождения, религии и экономического или иного статуса",
      zh: "到2030年，增强所有人的权能，促进他们融入社会、经济和政治生活，而不论其年龄、性别、残疾与否、种族、民族、出身、宗教信仰、经济地位或其他任何区别",
    },
  ],
  [
    "11.1",
    {
      ar: "كفالة حصول الجميع على مساكن وخدمات أساسية ملائمة وآمنة وميسورة التكلفة، ورفع مستوى الأحياء الفقيرة، بحلول عام 2030",
      en: "By 2030, ensure access for all to adequate, safe and affordable housing and basic services and upgrade slums",
      es: "De aquí a 2030, asegurar el acceso de todas las personas a viviendas y servicios básicos adecuados, seguros y asequibles y mejorar los barrios marginales",
      fr: "D’ici à 2030, assurer l’accès de tous à un logement et des services de base adéquats et sûrs, à un coût abordable, et assainir les quartiers de taudis",
      ru: "К 2030 году обеспечить всеобщий доступ к достаточному, безопасному и недорогому жилью и основным услугам и благоустроить трущобы",
      zh: "到2030年，确保人人获得适当、安全和负担得起的住房和基本服务，并改造贫民窟",
    },
  ],
  [
    "11.6",
    {
      ar: "الحد من الأثر البيئي السلبي الفردي للمدن، بطُرق منها إيلاء اهتمام خاص لنوعية الهواء وإدارة نفايات البلديات وغيرها، بحلول عام 2030",
      en: "By 2030, reduce the adverse per capita environmental impact of cities, including by paying special attention to air quality and municipal and other waste management",
      es: "De aquí a 2030, reducir el impacto ambiental negativo per cápita de las ciudades, incluso prestando especial atención a la calidad del aire y la gestión de los desechos municipales y de otro tipo",
      fr: "D’ici à 2030, réduire l’impact environnemental négatif des villes par habitant, y compris en accordant une attention particulière à la qualité de l’air et à la gestion, notamment municipale, des déchets",
      ru: "К 2030 году уменьшить негативное экологическое воздействие городов в пересчете на душу населения, в том числе посредством уделения особого внимания качеству воздуха и удалению городских и других отходов",
      zh: "到2030年，减少城市的人均负面环境影响，包括特别关注空气质量，以及城市废物管理等",
    },
  ],
  [
    "12.4",
    {
      ar: "تحقيق الإدارة السليمة بيئياً للمواد الكيميائية وجميع النفايات طوال دورة عمرها، وفقاً للأطر الدولية المتفق عليها، والحد كثيراً من إطلاقها في الهواء والماء والتربة من أجل التقليل إلى أدنى حد من آثارها الضارة على صحة الإنسان والبيئة، بحلول عام 2020",
      en: "By 2020, achieve the environmentally sound management of chemicals and all wastes throughout their life cycle, in accordance with agreed international frameworks, and significantly reduce their release to air, water and soil in order to minimize their adverse impacts on human health and the environment",
      es: "De aquí a 2020, lograr la gestión ecológicamente racional de los productos químicos y de todos los desechos a lo largo de su ciclo de vida, de conformidad con los marcos internacionales convenidos, y reducir significativamente su liberación a la atmósfera, el agua y el suelo a fin de minimizar sus efectos adversos en la salud humana y el medio ambiente",
      fr: "D’ici à 2020, parvenir à une gestion écologiquement rationnelle des produits chimiques et de tous les déchets tout au long de leur cycle de vie, conformément aux principes directeurs arrêtés à l’échelle internationale, et réduire nettement leur déversement dans l’air, l’eau et le sol, afin de minimiser leurs effets négatifs sur la santé et l’environnement",
      ru: "К 2020 году добиться экологически рационального использования химических веществ и всех отходов на протяжении всего их жизненного цикла в соответствии с согласованными международными принципами и существенно сократить их попадание в воздух, воду и почву, чтобы свести к минимуму их негативное воздействие на здоровье людей и окружающую среду",
      zh: "到2020年，根据商定的国际框架，实现化学品和所有废物在整个存在周期的无害环境管理，并大幅减少它们排入大气以及渗漏到水和土壤的机率，尽可能降低它们对人类健康和环境造成的负面影响",
    },
  ],
  [
    "12.5",
    {
      ar: "الحد كثيراً من إنتاج النفايات، من خلال المنع والتخفيض وإعادة التدوير وإعادة الاستعمال، بحلول عام 2030",
      en: "By 2030, substantially reduce waste generation through prevention, reduction, recycling and reuse",
      es: "De aquí a 2030, reducir considerablemente la generación de desechos mediante actividades de prevención, reducción, reciclado y reutilización",
      fr: "D’ici à 2030, réduire nettement la production de déchets par la prévention, la réduction, le recyclage et la réutilisation",
      ru: "К 2030 году существенно уменьшить объем отходов путем принятия мер по предотвращению их образования, их сокращению, переработке и повторному использованию",
      zh: "到2030年，通过预防、减排、回收和再利用，大幅减少废物的产生",
    },
  ],
  [
    "16.6",
    {
      ar: "إنشاء مؤسسات فعالة وشفافة وخاضعة للمساءلة على جميع المستويات",
      en: "Develop effective, accountable and transparent institutions at all levels",
      es: "Crear a todos los niveles instituciones eficaces y transparentes que rindan cuentas",
      fr: "Mettre en place des institutions efficaces, responsables et transparentes à tous les niveaux",
      ru: "Создать эффективные, подотчетные и прозрачные учреждения на всех уровнях",
      zh: "在各级建立有效、负责和透明的机构",
    },
  ],
  [
    "16.7",
    {
      ar: "كفالة اتخاذ القرارات على نحو مستجيب للاحتياجات وشامل للجميع وتشاركي وتمثيلي على جميع المستويات",
      en: "Ensure responsive, inclusive, participatory and representative decision-making at all levels",
      es: "Garantizar la adopción en todos los niveles de decisiones inclusivas, participativas y representativas que respondan a las necesidades",
      fr: "Faire en sorte que le dynamisme, l’ouverture, la participation et la représentation à tous les niveaux caractérisent la prise de décisions",
      ru: "Обеспечить ответственное принятие решений репрезентативными органами на всех уровнях с участием всех слоев общества",
      zh: "确保各级的决策反应迅速，具有包容性、参与性和代表性",
    },
  ],
  [
    "16.10",
    {
      ar: "كفالة وصول الجمهور إلى المعلومات وحماية الحريات الأساسية، وفقاً للتشريعات الوطنية والاتفاقات الدولية",
      en: "Ensure public access to information and protect fundamental freedoms, in accordance with national legislation and international agreements",
      es: "Garantizar el acceso público a la información y proteger las libertades fundamentales, de conformidad con las leyes nacionales y los acuerdos internacionales",
      fr: "Garantir l’accès public à l’information et protéger les libertés fondamentales, conformément à la législation nationale et aux accords internationaux",
      ru: "Обеспечить доступ общественности к информации и защитить основные свободы в соответствии с национальным законодательством и международными соглашениями",
      zh: "根据国家立法和国际协议，确保公众获得各种信息，保障基本自由",
    },
  ],
  [
    "17.6",
    {
      ar: "تعزيز التعاون الإقليمي والدولي بين الشمال والجنوب وفي ما بين بلدان الجنوب والتعاون الثلاثي في ما يتعلق بالعلوم والتكنولوجيا والابتكار والوصول إليها، وتعزيز تبادل المعارف وفق شروط متفق عليها، بوسائل تشمل تحسين التنسيق في ما بين الآليات القائمة، ولا سيما على مستوى الأمم المتحدة، ومن خلال آلية عالمية لتيسير التكنولوجيا",
      en: "Enhance North-South, South-South and triangular regional and international cooperation on and access to science, technology and innovation and enhance knowledge-sharing on mutually agreed terms, including through improved coordination among existing mechanisms, in particular at the United Nations level, and through a global technology facilitation mechanism",
      es: "Mejorar la cooperación regional e internacional Norte-Sur, Sur-Sur y triangular en materia de ciencia, tecnología e innovación y el acceso a estas, y aumentar el intercambio de conocimientos en condiciones mutuamente convenidas, incluso mejorando la coordinación entre los mecanismos existentes, en particular a nivel de las Naciones Unidas, y mediante un mecanismo mundial de facilitación de la tecnología",
      fr: "Renforcer l’accès à la science, à la technologie et à l’innovation et la coopération Nord-Sud et Sud-Sud et la coopération triangulaire régionale et internationale dans ces domaines et améliorer le partage des savoirs selon des modalités arrêtées d’un commun accord, notamment en coordonnant mieux les mécanismes existants, en particulier au niveau des organismes des Nations Unies, et dans le cadre d’un mécanisme mondial de facilitation des technologies",
      ru: "Расширять сотрудничество по линии Север — Юг и Юг — Юг, а также трехстороннее региональное и международное сотрудничество в областях науки, техники и инноваций и доступ к соответствующим достижениям; активизировать обмен знаниями на взаимно согласованных условиях, в том числе благодаря улучшению координации между существующими механизмами, в частности на уровне Организации Объединенных Наций, а также с помощью глобального механизма содействия передаче технологий",
      zh: "加强在科学、技术和创新领域的南北、南南、三方区域合作和国际合作，加强获取渠道，加强按相互商定的条件共享知识，包括加强现有机制间的协调，特别是在联合国层面加强协调，以及通过一个全球技术促进机制加强协调",
    },
  ],
  [
    "17.8",
    {
      ar: "التفعيل الكامل لبنك التكنولوجيا وآلية بناء القدرات في مجالات العلم والتكنولوجيا والابتكار لصالح أقل البلدان نمواً بحلول عام 2017، وتعزيز استخدام التكنولوجيات التمكينية، ولا سيما تكنولوجيا المعلومات والاتصالات",
      en: "Fully operationalize the technology bank and science, technology and innovation capacity-building mechanism for least developed countries by 2017 and enhance the use of enabling technology, in particular information and communications technology",
      es: "Poner en pleno funcionamiento, a más tardar en 2017, el banco de tecnología y el mecanismo de apoyo a la creación de capacidad en materia de ciencia, tecnología e innovación para los países menos adelantados y aumentar la utilización de tecnologías instrumentales, en particular la tecnología de la información y las comunicaciones",
      fr: "Faire en sorte que la banque de technologies et le mécanisme de renforcement des capacités scientifiques et technologiques et des capacités d’innovation des pays les moins avancés soient pleinement opérationnels d’ici à 2017 et renforcer l’utilisation des technologies clefs, en particulier de l’informatique et des communications",
      ru: "Обеспечить к 2017 году полномасштабное функционирование банка технологий и механизма развития науки, технологий и инноваций в интересах наименее развитых стран и расширить использование высокоэффективных технологий, в частности информационно-коммуникационных технологий",
      zh: "促成最不发达国家的技术库和科学、技术和创新能力建设机制到2017年全面投入运行，加强促成科技特别是信息和通信技术的使用",
    },
  ],
  [
    "17.11",
    {
      ar: "تحقيق زيادة كبيرة في صادرات البلدان النامية، ولا سيما بغرض مضاعفة حصة أقل البلدان نمواً من الصادرات العالمية بحلول عام 2020",
      en: "Significantly increase the exports of developing countries, in particular with a view to doubling the least developed countries’ share of global exports by 2020",
      es: "Aumentar significativamente las exportaciones de los países en desarrollo, en particular con miras a duplicar la participación de los países menos adelantados en las exportaciones mundiales de aquí a 2020",
      fr: "Accroître nettement les exportations des pays en développement, en particulier en vue de doubler la part des pays les moins avancés dans les exportations mondiales d’ici à 2020",
      ru: "Значительно увеличить экспорт развивающихся стран, в частности в целях удвоения доли наименее развитых стран в мировом экспорте к 2020 году",
      zh: "大幅增加发展中国家的出口，尤其是到2020年使最不发达国家在全球出口中的比例翻番",
    },
  ],
]);

/** The goal a target belongs to: `goalOf("17.8")` is 17. */
export function goalOf(target: string): number {
  return Number.parseInt(target, 10);
}
