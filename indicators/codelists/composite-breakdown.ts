import { defineCodeList } from "../../src/define.js";

export default defineCodeList({
  id: "COMPOSITE_BREAKDOWN",
  source: "IAEG-SDGs:CL_COMP_BREAKDOWN(1.0)",
  codes: [
    {
      code: "_T",
      name: {
        ar: "دون تفصيل",
        en: "No breakdown",
        es: "Sin desglose",
        fr: "Sans ventilation",
        ru: "Без разбивки",
        zh: "未分列",
      },
    },
    {
      code: "SKILL_ICTATCH",
      name: {
        ar: "مهارة: إرسال رسائل إلكترونية بملفات مرفقة",
        en: "Skill: sending messages with attached files",
        es: "Competencia: enviar mensajes con archivos adjuntos",
        fr: "Compétence : envoyer des messages avec pièces jointes",
        ru: "Навык: отправка сообщений с вложенными файлами",
        zh: "技能：发送带附件的信息",
      },
    },
    {
      code: "SKILL_ICTCPT",
      name: {
        ar: "مهارة: استخدام النسخ واللصق لتكرار المعلومات أو نقلها",
        en: "Skill: using copy and paste tools to duplicate or move information",
        es: "Competencia: utilizar las funciones de copiar y pegar para duplicar o mover información",
        fr: "Compétence : utiliser le copier-coller pour dupliquer ou déplacer des informations",
        ru: "Навык: копирование и вставка для дублирования или перемещения информации",
        zh: "技能：使用复制和粘贴工具复制或移动信息",
      },
    },
    {
      code: "SKILL_ICTCDV",
      name: {
        ar: "مهارة: توصيل الأجهزة الجديدة وتركيبها",
        en: "Skill: connecting and installing new devices",
        es: "Competencia: conectar e instalar nuevos dispositivos",
        fr: "Compétence : connecter et installer de nouveaux périphériques",
        ru: "Навык: подключение и установка новых устройств",
        zh: "技能：连接和安装新设备",
      },
    },
    {
      code: "SKILL_ICTSSHT",
      name: {
        ar: "مهارة: استخدام صيغ حسابية أساسية في جداول البيانات",
        en: "Skill: using basic arithmetic formulae in a spreadsheet",
        es: "Competencia: utilizar fórmulas aritméticas básicas en una hoja de cálculo",
        fr: "Compétence : utiliser des formules arithmétiques simples dans un tableur",
        ru: "Навык: использование простых арифметических формул в электронных таблицах",
        zh: "技能：在电子表格中使用基本算术公式",
      },
    },
    {
      code: "SKILL_ICTPRGM",
      name: {
        ar: "مهارة: كتابة برنامج حاسوبي بلغة برمجة متخصصة",
        en: "Skill: writing a computer program in a specialized programming language",
        es: "Competencia: escribir un programa informático en un lenguaje de programación especializado",
        fr: "Compétence : écrire un programme dans un langage de programmation spécialisé",
        ru: "Навык: написание компьютерной программы на специализированном языке программирования",
        zh: "技能：使用专门编程语言编写计算机程序",
      },
    },
    {
      code: "SKILL_ICTPST",
      name: {
        ar: "مهارة: إعداد العروض الإلكترونية",
        en: "Skill: creating electronic presentations",
        es: "Competencia: crear presentaciones electrónicas",
        fr: "Compétence : créer des présentations électroniques",
        ru: "Навык: создание электронных презентаций",
        zh: "技能：制作电子演示文稿",
      },
    },
    {
      code: "SKILL_ICTSFWR",
      name: {
        ar: "مهارة: البحث عن البرمجيات وتنزيلها وتركيبها وضبطها",
        en: "Skill: finding, downloading, installing and configuring software",
        es: "Competencia: buscar, descargar, instalar y configurar programas informáticos",
        fr: "Compétence : trouver, télécharger, installer et configurer des logiciels",
        ru: "Навык: поиск, загрузка, установка и настройка программного обеспечения",
        zh: "技能：查找、下载、安装和配置软件",
      },
    },
    {
      code: "SKILL_ICTTRFF",
      name: {
        ar: "مهارة: نقل الملفات بين الحاسوب والأجهزة الأخرى",
        en: "Skill: transferring files between a computer and other devices",
        es: "Competencia: transferir archivos entre un ordenador y otros dispositivos",
        fr: "Compétence : transférer des fichiers entre un ordinateur et d’autres appareils",
        ru: "Навык: передача файлов между компьютером и другими устройствами",
        zh: "技能：在计算机与其他设备之间传输文件",
      },
    },
    {
      code: "SKILL_ICTCMFL",
      name: {
        ar: "مهارة: نسخ ملف أو مجلد أو نقله (حتى عام 2019)",
        en: "Skill: copying or moving a file or folder (until 2019)",
        es: "Competencia: copiar o mover un archivo o una carpeta (hasta 2019)",
        fr: "Compétence : copier ou déplacer un fichier ou un dossier (jusqu’en 2019)",
        ru: "Навык: копирование или перемещение файла или папки (до 2019 года)",
        zh: "技能：复制或移动文件或文件夹（至2019年）",
      },
    },
    // Not in version 1.0; the data flow DF_SDG_GLH carries this and the next code since the skills of 2020.
    {
      code: "SKILL_ICTPRVCY",
      name: {
        ar: "مهارة: تغيير إعدادات الخصوصية (منذ عام 2020)",
        en: "Skill: changing privacy settings (since 2020)",
        es: "Competencia: cambiar la configuración de privacidad (desde 2020)",
        fr: "Compétence : modifier les paramètres de confidentialité (depuis 2020)",
        ru: "Навык: изменение настроек конфиденциальности (с 2020 года)",
        zh: "技能：更改隐私设置（自2020年起）",
      },
    },
    {
      code: "SKILL_ICTVRFY",
      name: {
        ar: "مهارة: التحقق من موثوقية المعلومات على الإنترنت (منذ عام 2020)",
        en: "Skill: verifying the reliability of information found online (since 2020)",
        es: "Competencia: verificar la fiabilidad de la información encontrada en línea (desde 2020)",
        fr: "Compétence : vérifier la fiabilité des informations trouvées en ligne (depuis 2020)",
        ru: "Навык: проверка достоверности информации, найденной в интернете (с 2020 года)",
        zh: "技能：核实网上信息的可靠性（自2020年起）",
      },
    },
    {
      code: "IS_256KT2M",
      name: {
        ar: "سرعة الإنترنت: من 256 كيلوبتة/ثانية إلى أقل من 2 ميغابتة/ثانية",
        en: "Internet speed: 256 kbit/s to less than 2 Mbit/s",
        es: "Velocidad de Internet: de 256 kbit/s a menos de 2 Mbit/s",
        fr: "Débit Internet : de 256 kbit/s à moins de 2 Mbit/s",
        ru: "Скорость интернета: от 256 кбит/с до менее 2 Мбит/с",
        zh: "互联网速度：256千比特/秒至2兆比特/秒以下",
      },
    },
    {
      code: "IS_2MT10M",
      name: {
        ar: "سرعة الإنترنت: من 2 إلى أقل من 10 ميغابتة/ثانية",
        en: "Internet speed: 2 Mbit/s to less than 10 Mbit/s",
        es: "Velocidad de Internet: de 2 Mbit/s a menos de 10 Mbit/s",
        fr: "Débit Internet : de 2 Mbit/s à moins de 10 Mbit/s",
        ru: "Скорость интернета: от 2 до менее 10 Мбит/с",
        zh: "互联网速度：2兆比特/秒至10兆比特/秒以下",
      },
    },
    {
      code: "IS_GE10M",
      name: {
        ar: "سرعة الإنترنت: 10 ميغابتة/ثانية أو أكثر",
        en: "Internet speed: 10 Mbit/s or above",
        es: "Velocidad de Internet: 10 Mbit/s o más",
        fr: "Débit Internet : 10 Mbit/s et plus",
        ru: "Скорость интернета: 10 Мбит/с и выше",
        zh: "互联网速度：10兆比特/秒及以上",
      },
    },
    // Size classes of enterprises are ours: the SDG structure has none.
    {
      code: "ENT_SZ_0T9",
      name: {
        ar: "المنشأة: من 0 إلى 9 مشتغلين",
        en: "Enterprise: 0 to 9 persons employed",
        es: "Empresa: de 0 a 9 personas ocupadas",
        fr: "Entreprise : de 0 à 9 personnes occupées",
        ru: "Предприятие: 0–9 занятых",
        zh: "企业：0至9名从业人员",
      },
      own: true,
    },
    {
      code: "ENT_SZ_10T49",
      name: {
        ar: "المنشأة: من 10 إلى 49 مشتغلا",
        en: "Enterprise: 10 to 49 persons employed",
        es: "Empresa: de 10 a 49 personas ocupadas",
        fr: "Entreprise : de 10 à 49 personnes occupées",
        ru: "Предприятие: 10–49 занятых",
        zh: "企业：10至49名从业人员",
      },
      own: true,
    },
    {
      code: "ENT_SZ_50T249",
      name: {
        ar: "المنشأة: من 50 إلى 249 مشتغلا",
        en: "Enterprise: 50 to 249 persons employed",
        es: "Empresa: de 50 a 249 personas ocupadas",
        fr: "Entreprise : de 50 à 249 personnes occupées",
        ru: "Предприятие: 50–249 занятых",
        zh: "企业：50至249名从业人员",
      },
      own: true,
    },
    {
      code: "ENT_SZ_GE250",
      name: {
        ar: "المنشأة: 250 مشتغلا أو أكثر",
        en: "Enterprise: 250 or more persons employed",
        es: "Empresa: 250 o más personas ocupadas",
        fr: "Entreprise : 250 personnes occupées ou plus",
        ru: "Предприятие: 250 и более занятых",
        zh: "企业：250名及以上从业人员",
      },
      own: true,
    },
  ],
});
