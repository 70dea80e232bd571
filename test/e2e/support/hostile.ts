/**
 * Letters that were written to run something. Each sets `canary` in the window if it can. The words around them must
 * come in, nothing else.
 */
const RUN = 'window.canary=(window.canary||0)+1';
const ENCODED = 'window.canary&#61;1';

export const HOSTILE: readonly string[] = [
  `<script>${RUN}</script>`,
  `<script src="https://evil.example/steal.js"></script>`,
  `<img src="x:" onerror="${RUN}">`,
  `<img src=1 oNeRrOr=${ENCODED}//`,
  `<svg onload="${RUN}"><title>t</title></svg>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin="${RUN}" attributeName=x dur=1s></svg>`,
  `<svg><a xlink:href="javascript:${RUN}"><text y=20>press</text></a></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg'><script>${RUN}</script></svg>#x"></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${ENCODED}&gt;">`,
  `<math><annotation-xml encoding="text/html"><img src=1 onerror="${RUN}"></annotation-xml></math>`,
  `<iframe src="javascript:parent.${RUN}"></iframe>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<object data="data:text/html,<script>${RUN}</script>"></object><embed src="javascript:${RUN}">`,
  `<a href="javascript:${RUN}">a promise</a>`,
  `<a href=" &#14; jAvAsCrIpT&colon;${RUN}">a second promise</a>`,
  `<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">a third promise</a>`,
  `<a href="vbscript:msgbox(1)" onclick="${RUN}" ping="https://evil.example/ping">a fourth promise</a>`,
  `<form action="javascript:${RUN}"><input autofocus onfocus="${RUN}"><button formaction="javascript:${RUN}">go</button></form>`,
  `<details open ontoggle="${RUN}"><summary>more</summary>inside</details>`,
  `<video autoplay onloadstart="${RUN}"><source src="https://evil.example/a.mp4" onerror="${RUN}"></video>`,
  `<body onload="${RUN}" onpageshow="${RUN}">`,
  `<base href="https://evil.example/"><link rel="stylesheet" href="https://evil.example/x.css">`,
  `<meta http-equiv="refresh" content="0;url=https://evil.example/">`,
  `<style>@import url(https://evil.example/y.css); * { background: url(https://evil.example/z.png) }</style>`,
  `<p style="background:url('javascript:${RUN}');position:fixed;inset:0;z-index:9999">a veil</p>`,
  `<noscript><p title="</noscript><img src=1 onerror=${ENCODED}>">quiet</p></noscript>`,
  `<template><img src=1 onerror="${RUN}"></template><xmp><img src=1 onerror="${RUN}"></xmp>`,
  `<table background="https://evil.example/t.png"><tr><td onmouseover="${RUN}" data-block="forged" id="root">a cell</td></tr></table>`,
  `<p contenteditable onblur="${RUN}" data-passages="x" class="passage">a forged passage</p>`,
];
