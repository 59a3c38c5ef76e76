/** The library: everything the `relocator` command does, as typed functions. */

import './image/all-machines.ts';

export type { Prologue } from './codegen/prologue.ts';
export type { Format } from './codegen/request.ts';
export { BEACONS, type Beacon, FORMATS } from './codegen/request.ts';
export {
  defaultBases,
  EMULATORS,
  type Emulator,
  emulatorMissing,
  type Verification,
  type VerifiedBase,
  type VerifyOptions,
  verifyImage,
} from './emulate/verify.ts';
export { type AppliedObject, applyAt, applyObject } from './image/apply.ts';
export {
  type Audit,
  type AuditEntry,
  type AuditOptions,
  auditObject,
} from './image/audit.ts';
export { type AuditClass, type AuditPlace, CLASSES } from './image/audit-places.ts';
export { type BuildOptions, type BuildSummary, type BuiltImage, buildImage } from './image/build.ts';
export { type Bundle, type BundleOptions, type BundleSegment, bundleImage } from './image/bundle.ts';
export { type DebugFile, type DebugFileOptions, debugFile } from './image/debug/debug-file.ts';
export { type Carved, carveObjects } from './image/elf/carve.ts';
export type { Compression } from './image/elf/compression.ts';
export { isMapText } from './image/elf/file-kinds.ts';
export { inputKind, whyForeign } from './image/elf/input-kind.ts';
export { readElf } from './image/elf/read.ts';
export type {
  ElfFile,
  ElfSymbol,
  Relocation,
  RelocationSection,
  Section,
  Segment,
} from './image/elf/types.ts';
export { depfileText } from './image/emit/depfile.ts';
export { EMITS, type Emit, type EmitOptions, emitBlob } from './image/emit/emit.ts';
export {
  architectureOfType,
  explain,
  explainType,
  knowledgeOf,
  type MachineKnowledge,
} from './image/explain.ts';
export { type Extracted, extractObjects, type Unpack } from './image/extract.ts';
export {
  buildFindings,
  type Finding,
  type FindingKind,
  fingerprint,
  loaderFindings,
  ownFindings,
} from './image/gate/findings.ts';
export { checkPolicy, globMatches, type Policy, policyFindings } from './image/gate/policy.ts';
export { goldenAudit, goldenBases, goldenFiles } from './image/golden.ts';
export { archiveMembers, type Member } from './image/input/archive.ts';
export type { Input, InputFile } from './image/input/files.ts';
export { DIGEST_CHANGED, type DigestState, digestOf, digestState } from './image/map/digest.ts';
export { type EntryRegister, entryRegisters } from './image/map/entry-registers.ts';
export { formatMap } from './image/map/format-map.ts';
export {
  type ImageMap,
  MAP_VERSION,
  type MapBases,
  type MapDropped,
  type MapFixup,
  type MapLimit,
  type MapRange,
  type MapSection,
  type MapSymbol,
} from './image/map/map.ts';
export { whyNoImage } from './image/map/mapped.ts';
export { type PatchedImage, patchImage } from './image/map/patch.ts';
export { parseMap } from './image/map/read-map.ts';
export { OWN_LOADER_WRITES, ownPurgatories, ownPurgatory } from './image/own-purgatory.ts';
export { InputError } from './image/trouble/errors.ts';
export { printable, printableJson, printableLines } from './image/trouble/printable.ts';
export { type Trouble, troubleLines } from './image/trouble/troubles.ts';
export { type LoaderRequest, type Verdict, verdictName } from './image/verdict.ts';
export { loopsOf } from './image/view/chain.ts';
export { type CountChange, type Difference, differenceOf, isSame } from './image/view/diff.ts';
export type { BytesChange } from './image/view/diff-bytes.ts';
export type { FactChange } from './image/view/diff-facts.ts';
export type { FixupChange } from './image/view/diff-fixups.ts';
export type { ListingChange } from './image/view/diff-listing.ts';
export type { RangeChange, RangePlace } from './image/view/diff-ranges.ts';
export type { DiffSide, Unbuilt } from './image/view/diff-side.ts';
export { type ImagePart, type PartKind, type Place, partsOf } from './image/view/parts.ts';
export type { PrologueRow } from './image/view/prologue.ts';
export { imageSide, objectSide } from './image/view/side.ts';
export { type ImageView, type ViewedFixup, type ViewedSymbol, viewImage } from './image/view/view.ts';
export type { Fate, Habits, Loader, LoaderTask, Takes } from './relocator-dsl/loader.ts';
export { LOADERS } from './relocator-dsl/loader-list.ts';
export { loaderNamed } from './relocator-dsl/loaders.ts';
export { OWN_SYMBOLS, type OwnSymbol } from './relocator-dsl/own-purgatory.ts';
