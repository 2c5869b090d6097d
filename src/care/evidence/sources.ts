/**
 * Every paper, guideline and official page that the knowledge rests on, in one place.
 * Rules, medicines, movements and plan steps point here by id; pages and PDFs print `title`.
 * Facts come from the clinical brief (evidence.md); its [K] items stay tagged K until a clinician has seen the original.
 */
import type { VerificationTag } from './grade.ts'

/** One source. `tag` says how it was seen (see VerificationTag). */
export interface Source {
  readonly title: string
  readonly tag: VerificationTag
}

/** The sources by id. */
export const sources = {
  'girft-ces': { title: 'GIRFT national suspected cauda equina syndrome pathway', tag: 'V' },
  'backces-card': { title: 'BackCES cauda equina warning card', tag: 'V' },
  'hsib-2021': { title: 'HSIB 2021: timely detection and treatment of cauda equina syndrome', tag: 'V' },
  'nhs-back-pain': { title: 'NHS: back pain', tag: 'V2' },
  'ifompt-2020': { title: 'IFOMPT 2020: framework for red flags for serious spinal conditions', tag: 'V2' },
  'csp-bilateral': { title: 'CSP and GIRFT discussion of leg pain on both sides', tag: 'V' },
  'nhs-lothian': { title: 'NHS Lothian: back pain and acute foot drop pathway', tag: 'V' },
  'epidural-abscess': { title: 'Spinal epidural abscess: reviews and case reports', tag: 'V' },
  'nhs-fast': { title: 'NHS: stroke, the FAST signs', tag: 'K' },
  'nhs-sepsis': { title: 'NHS: sepsis', tag: 'K' },
  'nhs-dvt': { title: 'NHS: deep vein thrombosis', tag: 'K' },
  'rcem-aaa': { title: 'RCEM: abdominal aortic aneurysm at 50 and over', tag: 'V' },
  'aaa-uk-85': { title: 'Ruptured aneurysm in 85 people in the UK: how it was missed (Metcalfe 2016)', tag: 'V' },
  'nice-ng111': { title: 'NICE NG111: kidney infection', tag: 'K' },
  'pharmacy-first': { title: 'NHS Pharmacy First: urinary infection', tag: 'K' },
  'nice-ng118': { title: 'NICE NG118: kidney stones', tag: 'K' },
  'downie-2013': { title: 'Downie 2013: red flags for fracture and cancer in low back pain', tag: 'V' },
  'henschke-2009': { title: 'Henschke 2009: serious causes in 1,172 people with new low back pain', tag: 'V' },
  'nice-ng41': { title: 'NICE NG41: spinal injury', tag: 'K' },
  'nice-ng234': { title: 'NICE NG234: spread of cancer to the spine', tag: 'K' },
  'nice-ng12': { title: 'NICE NG12: suspected cancer', tag: 'V' },
  'nice-cks-back': { title: 'NICE CKS: low back pain without radiculopathy', tag: 'V2' },
  'nice-ng65': { title: 'NICE NG65: spondyloarthritis in over 16s', tag: 'V' },
  'nhs-shingles': { title: 'NHS: shingles', tag: 'K' },
  'nhs-pregnancy-back': { title: 'NHS: back pain in pregnancy', tag: 'K' },
  tommys: { title: "Tommy's: back pain in pregnancy", tag: 'V2' },
  'ces-in-labour': { title: 'Cauda equina syndrome reported in labour', tag: 'V2' },
  toxbase: { title: 'NHS and TOXBASE: paracetamol overdose', tag: 'K' },
  'nice-ng59': { title: 'NICE NG59: low back pain and sciatica in over 16s', tag: 'V' },
  'children-guideline': { title: 'Guideline on back pain in children', tag: 'V2' },
  'nice-cg143': { title: 'NICE CG143: sickle cell acute painful episode', tag: 'V' },
  professional: { title: 'Professional knowledge, to be checked against the original', tag: 'K' },
  'unclench-design': { title: 'Clinical consensus and design choice made for Unclench', tag: 'C' },
  'semigran-2015': { title: 'Semigran 2015: 23 symptom checkers tested', tag: 'V' },
  'cochrane-bed-rest': { title: 'Review: advice to stay active against bed rest', tag: 'V' },
  'cochrane-heat': { title: 'French 2006: superficial heat or cold for low back pain', tag: 'V' },
  'acp-2017': { title: 'American College of Physicians 2017: low back pain', tag: 'V' },
  'who-2023': { title: 'WHO 2023: chronic low back pain', tag: 'V' },
  'van-der-gaag-2020': { title: 'van der Gaag 2020: anti-inflammatories for acute low back pain', tag: 'V' },
  'cashin-2025': { title: 'Cashin 2025: placebo-controlled trials of back pain treatments', tag: 'V' },
  'pace-2014': { title: 'PACE 2014: paracetamol for acute low back pain', tag: 'V' },
  'opal-2023': { title: 'OPAL 2023: opioids for acute back and neck pain', tag: 'V' },
  'nhs-ibuprofen': { title: 'NHS: ibuprofen for adults', tag: 'V2' },
  'nhs-paracetamol': { title: 'NHS: paracetamol for adults', tag: 'V2' },
  bnf: { title: 'BNF: interactions', tag: 'K' },
  'product-licences': { title: 'Product licences of the medicines, to be checked by a pharmacist', tag: 'K' },
  'mhra-2023-nsaid': { title: 'MHRA 2023: anti-inflammatories in pregnancy', tag: 'V' },
  'lapi-2013': { title: 'Lapi 2013: anti-inflammatory with blood-pressure tablets and kidney injury', tag: 'K' },
  'ijzelenberg-2023': { title: 'IJzelenberg 2023 (Cochrane): exercise for acute low back pain', tag: 'V' },
  'mckenzie-2023': { title: 'McKenzie 2023 (Cochrane): McKenzie method for low back pain', tag: 'V' },
  'dahm-2010': { title: 'Dahm 2010 (Cochrane): bed rest or staying active', tag: 'V' },
  'steffens-2016': { title: 'Steffens 2016: preventing low back pain', tag: 'V' },
  'walkback-2024': { title: 'WalkBack 2024: walking to prevent back pain coming back', tag: 'V' },
  'brooke-wavell-2022': { title: 'Brooke-Wavell 2022: UK consensus on exercise with osteoporosis', tag: 'V' },
  'sinaki-1984': { title: 'Sinaki 1984: bending or arching exercise and spine fracture', tag: 'K' },
  'behavioural-review': { title: 'Review of behavioural treatment and relaxation for chronic back pain', tag: 'K' },
  'wallwork-2024': { title: 'Wallwork 2024: how back pain goes over a year, 95 studies', tag: 'V' },
  'henschke-2008': { title: 'Henschke 2008: recovery of 973 people with new low back pain', tag: 'V' },
  'da-silva-2019': { title: 'da Silva 2019: return of low back pain in 250 people', tag: 'V' },
  'ostelo-2008': { title: 'Ostelo 2008: change in pain that people notice, a consensus', tag: 'K' },
  'uk-registers': { title: 'HCPC, GOsC, GCC, CNHC and BAcC: registers of those who treat backs', tag: 'K' },
  'cap-code': { title: 'ASA: the CAP Code, UK rules on adverts', tag: 'K' },
  'psfs-change': { title: 'Stratford: change in own tasks that people notice', tag: 'K' },
  'menezes-costa-2012': { title: 'Menezes Costa 2012: how back pain goes over a year, 33 cohorts', tag: 'V' },
  'downie-2016': { title: 'Downie 2016: courses of new low back pain', tag: 'K' },
  'da-silva-2017': { title: 'da Silva 2017: review of the return of low back pain', tag: 'V2' },
  'cashin-2021': { title: 'Cashin 2021: muscle relaxants for low back pain', tag: 'V' },
  'paige-2017': { title: 'Paige 2017: spinal manipulation for acute low back pain, 26 trials', tag: 'V' },
  'ebadi-2020': { title: 'Ebadi 2020 (Cochrane): ultrasound for chronic low back pain', tag: 'V' },
  'sandal-2021': { title: 'Sandal 2021: the selfBACK app added to usual care', tag: 'K' },
  'hill-2011': { title: 'Hill 2011: STarT Back, care matched to risk', tag: 'K' },
  'lancet-2018': { title: 'Lancet 2018: series on low back pain', tag: 'K' },
  'gov-fit-note': { title: 'GOV.UK: fit notes and signing yourself off', tag: 'K' },
} as const satisfies Record<string, Source>

/** The id of a source; a typing mistake does not compile. */
export type SourceId = keyof typeof sources
