/**
 * Style of all pages: plain, narrow screens first, logical sides so that Arabic needs no rules of its own. Colour only
 * repeats what words and marks say; text has a contrast of 7 and more on its ground, in light and in dark.
 */
export const STYLE = `:root{color-scheme:light dark;--ink:#161616;--ground:#fff;--soft:#f3f3f3;--line:#767676;--link:#0b4f8a;--error:#a40000;--warning:#6b4200;--info:#1a4f8a;--good:#0b5c2e}
@media (prefers-color-scheme:dark){:root{--ink:#f1f1f1;--ground:#141414;--soft:#242424;--line:#9a9a9a;--link:#9cc9f5;--error:#ffb0a8;--warning:#ffd08a;--info:#a9d0f7;--good:#a5e3bd}}
*{box-sizing:border-box}
html{font:16px/1.5 system-ui,sans-serif}
body{margin:0;color:var(--ink);background:var(--ground);overflow-wrap:anywhere}
a{color:var(--link)}
a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;inset-inline-start:-999rem}
.skip:focus{inset-inline-start:1rem;inset-block-start:.5rem;background:var(--ground);padding:.5rem;z-index:1}
header,main,footer{max-width:72rem;margin-inline:auto;padding:.75rem 1rem}
header{border-block-end:2px solid;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline}
header .name{font-weight:bold;color:inherit;text-decoration:none}
nav ul{list-style:none;display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1rem;margin:0;padding:0}
nav li a{display:inline-block;padding-block:.5rem}
nav [aria-current]{font-weight:bold}
footer{border-block-start:1px solid var(--line);margin-block-start:3rem;font-size:.875rem}
h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0 1rem}
h2{font-size:1.25rem;margin:2rem 0 .5rem}
h3{font-size:1rem;margin:1rem 0 .25rem}
label,legend{font-weight:bold;display:block}
fieldset{border:1px solid var(--line);margin:1rem 0;padding:.75rem}
.field{margin-block:.75rem;max-width:32rem}
.hint{display:block;font-weight:normal;font-size:.875rem}
input,select,textarea,button{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--line);border-radius:0;padding:.5rem;min-height:2.75rem;max-width:100%}
input[type=checkbox],input[type=radio]{min-height:1.5rem;width:1.5rem;vertical-align:middle}
.field input:not([type=checkbox],[type=radio]),.field select,.field textarea{width:100%}
button{font-weight:bold;cursor:pointer;border-width:2px;padding-inline:1rem}
button.main{background:var(--link);color:var(--ground);border-color:var(--link)}
.notice{border:1px solid var(--line);border-inline-start:.4rem solid var(--c,var(--line));padding:.5rem .75rem;margin:1rem 0;background:var(--soft)}
.error{--c:var(--error)}.warning{--c:var(--warning)}.info{--c:var(--info)}.good{--c:var(--good)}
.mark{display:inline-block;min-width:1.1em;font-weight:bold;text-align:center;color:var(--c)}
.cards{list-style:none;padding:0;display:grid;gap:.75rem;grid-template-columns:repeat(auto-fill,minmax(min(18rem,100%),1fr))}
.cards>li{border:1px solid var(--line);border-inline-start:.4rem solid var(--c,var(--line));padding:.75rem}
dl.facts{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.25rem 1rem}
dl.facts dd{margin:0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;border-block:2px solid;overflow-wrap:break-word}
.scroll tbody th[scope=row]{min-width:9rem}
th,td{padding:.35rem .5rem;text-align:start;vertical-align:top}
caption{text-align:start;font-weight:bold;padding-block:.5rem}
thead th{border-block-end:1px solid;font-size:.875rem}
tbody tr{border-block-end:1px solid var(--line)}
.n{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
thead .n{white-space:normal}
.long{min-width:16rem}
figure{margin:1rem 0}
figure svg,figure img{max-width:100%;height:auto;background:#fff}
.chart img{min-width:34rem}
.plain,.boxes{list-style:none;margin:0;padding:0}
.boxes{display:grid;gap:.25rem 1rem;grid-template-columns:repeat(auto-fill,minmax(min(16rem,100%),1fr))}
.boxes label{font-weight:normal;display:flex;gap:.5rem}
.boxes input{flex:none}
details{margin-block:1rem}
summary{padding-block:.5rem;font-weight:bold;cursor:pointer}
.columns{columns:15rem;column-gap:2rem;padding-inline-start:1.25rem}
code,.code{font:.875em ui-monospace,monospace}
pre{white-space:pre-wrap;background:var(--soft);padding:.5rem .75rem;overflow-x:auto}
.letter{font:inherit}
.filters{display:grid;gap:0 1rem;grid-template-columns:repeat(auto-fill,minmax(min(16rem,100%),1fr));align-items:end}
progress{width:100%;max-width:32rem}
@media print{header nav,footer nav,form,.noprint{display:none}body{color:#000;background:#fff;font-size:10pt}main{max-width:none;padding:0}a{color:inherit}tr,.cards>li,.notice{break-inside:avoid}thead{display:table-header-group}.scroll{overflow:visible}}`;
