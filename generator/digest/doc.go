// Package digest lines up what the summaries report.
//
// A digest is made in two steps, both pure. First each story by itself
// ([Story]): its summaries in order of date; a row for each figure and as-of
// date, with what every source reports, which reports were revised by a later
// one of the same source, and into which camps the standing ones fall; and
// its checks, evaluated for each source. Then what spans stories ([Digest]):
// the timeline, months, sources, tags, figures over all stories, and the list
// of everything that does not agree. An [Outline] says at once which of these
// there are; each is put together when it is first asked for.
//
// Rules that are not obvious:
//   - Reports of one figure with different as-of dates are different rows.
//   - Of two reports of one source in one row, the one from the later summary
//     stands; the earlier is kept, points to it, and has no part in the camps.
//     Of two on one day the later slug is the later summary.
//   - A figure's name, in prose and in equations, means its row without an
//     as-of date, or else the one with the newest.
//   - A story spells a figure as its index.md does, else as the first summary.
//   - An item of a group is one that most sources name if more than half of
//     those do that name anything of the group.
//   - A voice is whoever a source repeats (via), else the source itself.
//     Copies of one voice count once.
//   - Names, tags and sources with equal slugs are the same across stories.
//   - Nothing depends on the order of files or maps, on the clock or machine.
package digest
