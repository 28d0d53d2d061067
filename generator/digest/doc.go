// Package digest lines up what the summaries report.
//
// A digest is made in two steps, both pure. First each story by itself
// ([Story]): its summaries in order of date; a row for each figure, with what
// every source reports of each moment, which reports were revised by a later
// one of the same source, and into which camps the standing ones fall; and
// its checks, evaluated for each source. Then what spans stories ([Digest]):
// the timeline, months, sources, tags, figures over all stories, and the list
// of everything that does not agree. An [Outline] says at once which of these
// there are; each is put together when it is first asked for.
//
// Rules that are not obvious:
//   - Reports of one figure with different as-of dates or stages are moments of
//     one row, and compared within each; along a declared curve all are.
//   - The last moment stands in front, unless what differs is of that moment or
//     along a curve; what differs at an earlier one is kept beside it.
//   - Of two reports of one source and claimant of one moment the one from the
//     later summary stands; the earlier is kept, points to it, and has no part
//     in the camps. Of two on one day the later slug is the later summary.
//   - A correction takes the place of what its claimant said last, whichever
//     source printed that.
//   - A figure's name, in prose and in equations, means its row; behind an @
//     stands whose word of it is meant.
//   - A story spells a figure as its index.md does, else as the first summary.
//   - An item of a group is one that any source names.
//   - A voice is the claimant whom the article names, else whomever the source
//     repeats (via), else the source itself. Copies of one voice count once.
//   - A check is held against one article at a time. What two claimants say
//     between them can hold together and accuses neither.
//   - Names, tags and sources with equal slugs are the same across stories.
//   - Nothing depends on the order of files or maps, on the clock or machine.
package digest
