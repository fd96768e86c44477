/** What a contract needs beside the style of the report: clauses, lists, changes. */
export const contractStyle = `
:root{--ins:#0A6657;--ins-fill:#E3F5EF;--del:#981217;--del-fill:#FBEBEA}
@media(prefers-color-scheme:dark){:root{--ins:#6FD3C0;--ins-fill:#12332F;--del:#F59A93;--del-fill:#3A1F22}}
h1{overflow-wrap:anywhere}
h2{scroll-margin-top:12px}
h3{font-size:19px;margin:32px 0 8px;scroll-margin-top:12px}
h4{font-size:16px;line-height:1.35;font-weight:600;margin:22px 0 4px;scroll-margin-top:12px}
main p a,main li a,main td a,main th a{text-decoration:underline dotted;text-underline-offset:3px}
.contents li a{text-decoration:none}
.id{font-weight:400;font-size:13px;color:var(--faint);margin-left:6px}
.anchor{scroll-margin-top:12px}
main p{max-width:46em}
p+p,ul+p,ol+p{margin-top:8px}
.items{list-style:disc;padding-left:22px;margin:6px 0;max-width:46em}
.items li{padding:2px 0}
.facts+.notice{margin-top:14px}
.contents ol{margin:0;padding:0;list-style:none}
.contents>ol{columns:2;column-gap:32px}
.contents>ol>li{break-inside:avoid;margin-bottom:12px}
.contents>ol>li>a{font-weight:600}
.contents ol ol{padding-left:12px;font-size:14.5px}
.contents a{text-decoration:none;display:inline-block;padding:2px 0}.contents a:hover{text-decoration:underline}
nav ul{max-height:calc(100vh - 40px);overflow-y:auto}
.broad{min-width:640px}
table.broad{font-size:14px}
thead th{white-space:normal;vertical-align:bottom}
th.main{min-width:7em}
td{min-width:5em}
td.number{min-width:0}
th code,td code{overflow-wrap:normal;white-space:nowrap}
tr:target,h2:target,h3:target,h4:target{background:var(--ground);outline:2px solid var(--action-soft);outline-offset:4px;border-radius:2px}
ins{color:var(--ins);background:var(--ins-fill);text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:2px}
del{color:var(--del);background:var(--del-fill);text-decoration:line-through;text-decoration-thickness:2px}
.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(max-width:860px){nav{display:none}.contents>ol{columns:1}.items{padding-left:18px}}
@media print{.contents>ol{columns:1}h4{break-after:avoid}}
`
