// A value of an answer → what is shown of it: words with their language or type, a name with its page.
import { element, safeAddress } from "../base/dom";
import { number, pageLanguage } from "../base/words";
import type { Term } from "./protocol";
import { compact, pageOf, type Terms } from "./terms";
import { text } from "./words";

const XSD = "http://www.w3.org/2001/XMLSchema#";
const COUNTED: ReadonlySet<string> = new Set(["integer", "decimal", "nonNegativeInteger", "positiveInteger"]);
/** What looks like what it is: texts, truth, numbers, points of time. */
const PLAIN = /^(string|boolean|decimal|float|double|date|time|dateTime(Stamp)?|g(Year|Month|Day)+|.*([iI]nteger|[bB]yte|[sS]hort|[iI]nt|[lL]ong))$/;

export class Values {
  private readonly languages = new Intl.DisplayNames([pageLanguage], { type: "language" });

  constructor(
    private readonly labels: ReadonlyMap<string, string>,
    private readonly terms: Terms,
  ) {}

  shown(term: Term): (Node | string)[] {
    if (term.type === "uri") return [this.iri(term.value)];
    if (term.type !== "literal") return [element("code", {}, String(term.value))];
    const { value, datatype = `${XSD}string`, "xml:lang": lang, "its:dir": dir } = term;
    if (lang) return [element("bdi", { lang, ...(dir && { dir }) }, value), " ", this.language(lang, dir)];
    if (datatype === `${XSD}string`) return [element("bdi", {}, value)];
    const title = `"${value}"^^${compact(datatype, this.terms.prefixes)}`;
    const words = element("bdi", { title }, numeral(value, datatype) ?? value);
    const plain = datatype.startsWith(XSD) && PLAIN.test(datatype.slice(XSD.length));
    return plain ? [words] : [words, " ", this.datatype(datatype)];
  }

  private language(lang: string, dir?: string): Node {
    return tag(`@${lang}${dir ? `--${dir}` : ""}`, text.language(this.nameOf(lang)));
  }

  private nameOf(lang: string): string {
    try {
      return this.languages.of(lang) ?? lang;
    } catch {
      return lang; // a tag may be well-formed for SPARQL alone
    }
  }

  private datatype(iri: string): Node {
    const short = compact(iri, this.terms.prefixes);
    return tag(`^^${short === iri ? iri.replace(/^.*[/#](?=.)/, "") : short}`, text.datatype(iri));
  }

  private iri(iri: string): Node {
    const short = compact(iri, this.terms.prefixes);
    const label = this.labels.get(iri);
    const title = label ? `${label}\n${iri}` : iri;
    const shown = label ? [element("bdi", {}, label), " ", element("small", {}, short)] : [short];
    const name = element("bdi", {}, ...shown);
    const address = pageOf(iri, this.terms.links) ?? safeAddress(iri);
    return address ? element("a", { href: address, title }, name) : element("span", { title }, name);
  }
}

function tag(words: string, title: string): Node {
  return element("small", { class: "sparql-tag", title }, words);
}

/** A number as the language writes it; nothing where it is none, or longer than a number can be. */
function numeral(value: string, datatype: string): string | undefined {
  const counted = datatype.startsWith(XSD) && COUNTED.has(datatype.slice(XSD.length));
  return counted && value.length <= 15 ? number(Number(value)) : undefined;
}
