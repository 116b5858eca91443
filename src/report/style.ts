/** Style of the page: plain, narrow screens first; colour only repeats what words and marks say. */
export const STYLE = `:root{color-scheme:light}
*{box-sizing:border-box}
body{font:16px/1.5 sans-serif;margin:0 auto;padding:1rem;max-width:64rem;color:#111;background:#fff;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}
h2{font-size:1.2rem;margin:2rem 0 .5rem;border-block-end:2px solid}
h3{font-size:1rem;margin:0}
p{margin:.25rem 0}
a{color:inherit}
code{font:.875em monospace}
.verdict{font-weight:bold}
.counts{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;margin:1rem 0;padding:0}
.counts li{border:1px solid #767676;border-inline-start:.4rem solid var(--c,#767676);padding:.25rem .75rem}
.facts{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.25rem 1rem;margin:0}
.facts dt{color:#444}
.facts dd{margin:0}
.cut{border:2px solid;padding:.5rem}
.findings{list-style:none;margin:0;padding:0}
.findings li{border-block-end:1px solid #767676;border-inline-start:.4rem solid var(--c);padding:.5rem .75rem}
.findings dl{margin:.25rem 0 0}
.findings dt{color:#444;font-size:.875rem}
.findings dd{margin:0 0 .25rem}
.mark{display:inline-block;min-width:1.1em;font-weight:bold;text-align:center;color:var(--c)}
.place{font-weight:bold}
.error{--c:#a40000}.warning{--c:#7a4b00}.info{--c:#1a4f8a}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;border-block:2px solid}
th,td{padding:.25rem;text-align:start;vertical-align:top}
thead th{border-block-end:1px solid;font-size:.8rem}
tbody th{font-weight:normal;min-width:6rem}
tbody tr{border-block-end:1px solid #ccc}
.n{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
thead .n{white-space:normal;overflow-wrap:normal}
.sub{display:block;font-size:.875rem;color:#444}
@media (min-width:48rem){.facts{grid-template-columns:13rem 1fr}.findings dl{display:grid;grid-template-columns:1fr 1fr;gap:0 1.5rem;grid-auto-flow:column;grid-template-rows:auto auto}}
@media print{@page{margin:15mm}body{padding:0;max-width:none;font-size:9.5pt}h2,h3,.place{break-after:avoid}.findings li,tr,.facts div{break-inside:avoid}thead{display:table-header-group}.scroll{overflow:visible}*{print-color-adjust:exact}}`;
