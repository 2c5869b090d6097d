/**
 * Does a sentence state something that needs a claim beside it: an effect, a dose or time, a level of danger, what evidence
 * says? For tests only. It reads words, not meaning: a question states nothing, and neither does a picture in words.
 * Limits: it cannot tell that a sentence is true, and a claim beside it may be the wrong one; people must read for that.
 */

/** What a sentence may state. */
export type Stated = 'effect' | 'dose' | 'level' | 'evidence'

const number = String.raw`(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half an?|a few|some|several)`
const unit =
  '(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|times|tablets?|mg|g|kg|ml|°C|points?|per cent|people)'

const patterns: Readonly<Record<Stated, readonly RegExp[]>> = {
  effect: [
    // "It eases pain", "warmth helps", "lifting harms a back"; not "what makes it worse, and what eases it".
    /(?<!\b(?:that|what) )\b(?:eases?|relieves?|soothes?|prevents?|cures?|heals?|reduces?|speeds? up|protects?|fixes|harms|damages|wears out)\b(?=.*\b(?:pain|spasms?|backs?|muscles?|swelling|stiffness|discs?|you|recovery|healing|nerves?|sciatica|it)\b)/i,
    /\b(?:helps?|works?|is no use|does nothing|makes no difference)\b(?=(?: you| people| most| some| many)?(?: well| best| better| a little| a lot| more| less| as well| against| with| for| to)\b)/i,
    /\b(?:may|can|will|does|do|did) (?:not )?(?:help|ease|relieve|prevent|cure|heal|work|reduce|harm|damage)\b/i,
    /\b(?:cuts?|lowers?|halves|raises?|doubles?) (?:the|your) (?:chance|risk)s?\b/i,
    /\b(?:comes?|came|come) back (?:more|less)\b/i,
  ],
  dose: [
    new RegExp(String.raw`(?<!\blast )\b${number}(?: (?:to|or|and) ${number})? ?${unit}\b`, 'i'),
    /\b(?:once|twice|three times|four times) (?:a|each|every) (?:day|week|hour)\b/i,
    /\b\d+ (?:in|of|out of) \d+\b|\d ?%/,
    /\bevery (?:\d+|other|few) ?(?:minutes?|hours?|days?|weeks?)\b/i,
  ],
  level: [
    /\b(?:call|ring|dial|phone|go to|get to|see|speak to|means|needs?)\b[^.]*\b(?:999|111|A&E|ambulance)\b/i,
    /\b(?:speak to|see|ring|get|seen|book)\b[^.]*\b(?:today|same day|at once|right away|within days|now)\b/i,
    /\b(?:is|are|means?) (?:not |never |no )?(?:an? )?(?:emergency|danger signs?|warning signs?|harmless|nothing to worry)\b/i,
  ],
  evidence: [
    /\b(?:evidence|trials?|stud(?:y|ies)|proven|proof|guidance|guidelines?)\b/i,
    /\b(?:NICE|WHO)\b/,
    /\b(?:has|have|was|were|been) (?:not |never )?(?:shown|tested|proved)\b|\b(?:nobody|no one) (?:knows|has tested|has shown)\b/i,
  ],
}

/** Asked, or to be asked and told: it states nothing. */
const asks = /\?[”"]?$|^(?:what|how|which|where|whether)\b/i

/** What this text states, each kind once; nothing for a question or for words that state nothing. */
export function statedIn(text: string): readonly Stated[] {
  const sentences = text.split(/(?<=[.?!:])\s+/).filter((sentence) => !asks.test(sentence))
  const kinds: readonly Stated[] = ['effect', 'dose', 'level', 'evidence']
  return kinds.filter((kind) => sentences.some((sentence) => patterns[kind].some((pattern) => pattern.test(sentence))))
}
