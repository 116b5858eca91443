/**
 * Names kept by hand: areas without a UNTERM entry whose CLDR name differs from United Nations usage.
 * After the M49 list of the UN Statistics Division; ISO 3166-1 for Taiwan, which M49 does not list.
 */
import type { I18n } from "../../src/types.js";

const names = (ar: string, en: string, es: string, fr: string, ru: string, zh: string): I18n => ({
  ar,
  en,
  es,
  fr,
  ru,
  zh,
});

export const HAND_KEPT_NAMES: Readonly<Record<string, I18n>> = {
  ATF: names(
    "الأراضي الفرنسية الجنوبية",
    "French Southern Territories",
    "Territorio de las Tierras Australes Francesas",
    "Terres australes françaises",
    "Французские Южные территории",
    "法属南方领地",
  ),
  BES: names(
    "بونير وسانت يوستاشيوس وسابا",
    "Bonaire, Sint Eustatius and Saba",
    "Bonaire, San Eustaquio y Saba",
    "Bonaire, Saint-Eustache et Saba",
    "Бонайре, Синт-Эстатиус и Саба",
    "博纳尔，圣俄斯塔休斯和萨巴",
  ),
  CIV: names("كوت ديفوار", "Côte d'Ivoire", "Côte d'Ivoire", "Côte d'Ivoire", "Кот-д'Ивуар", "科特迪瓦"),
  FLK: names(
    "جزر فوكلاند (مالفيناس)",
    "Falkland Islands (Malvinas)",
    "Islas Malvinas (Falkland)",
    "Îles Falkland (Malvinas)",
    "Фолклендские (Мальвинские) острова",
    "福克兰群岛（马尔维纳斯）",
  ),
  HKG: names(
    "الصين، منطقة هونغ كونغ الإدارية الخاصة",
    "China, Hong Kong Special Administrative Region",
    "China, región administrativa especial de Hong Kong",
    "Chine, région administrative spéciale de Hong Kong",
    "Китай, Специальный административный район Гонконг",
    "中国香港特别行政区",
  ),
  MAC: names(
    "الصين، منطقة ماكاو الإدارية الخاصة",
    "China, Macao Special Administrative Region",
    "China, región administrativa especial de Macao",
    "Chine, région administrative spéciale de Macao",
    "Китай, Специальный административный район Макао",
    "中国澳门特别行政区",
  ),
  MAF: names(
    "سانت مارتن (الجزء الفرنسي)",
    "Saint Martin (French part)",
    "San Martín (parte francesa)",
    "Saint-Martin (partie française)",
    "Сен-Мартен (французская часть)",
    "圣马丁（法属）",
  ),
  SXM: names(
    "سانت مارتن (الجزء الهولندي)",
    "Sint Maarten (Dutch part)",
    "San Martín (parte holandesa)",
    "Saint-Martin (partie néerlandaise)",
    "Синт-Мартен (нидерландская часть)",
    "圣马丁（荷属）",
  ),
  TUR: names("تركيا", "Türkiye", "Türkiye", "Türkiye", "Турция", "土耳其"),
  TWN: names(
    "تايوان (مقاطعة تابعة للصين)",
    "Taiwan Province of China",
    "Provincia china de Taiwán",
    "Province chinoise de Taiwan",
    "Китайская провинция Тайвань",
    "中国台湾省",
  ),
  UMI: names(
    "جزر الولايات المتحدة النائية الصغرى",
    "United States Minor Outlying Islands",
    "Islas menores alejadas de Estados Unidos",
    "Îles mineures éloignées des États-Unis",
    "Внешние малые острова Соединенных Штатов",
    "美国本土外小岛屿",
  ),
  VIR: names(
    "جزر فرجن التابعة للولايات المتحدة",
    "United States Virgin Islands",
    "Islas Vírgenes de los Estados Unidos",
    "Îles Vierges américaines",
    "Виргинские острова Соединенных Штатов",
    "美属维尔京群岛",
  ),
  XKX: names("كوسوفو", "Kosovo", "Kosovo", "Kosovo", "Косово", "科索沃"),
};
