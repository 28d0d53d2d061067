package digest

import (
	"slices"

	"collate/generator/check"
	"collate/generator/content"
	"collate/generator/value"
)

// checkNames are the figures and groups that the story's equations may speak
// of: those that somebody reports and those that the story lists.
func (s *Story) checkNames(specs []content.FigureSpec, locale value.Locale) check.Names {
	names := check.Names{Figures: map[string]check.Name{}, Groups: map[string][]string{}, Locale: locale}
	add := func(key, group string, figure check.Name) {
		if _, known := names.Figures[key]; !known && group != "" {
			names.Groups[group] = append(names.Groups[group], key)
		}
		names.Figures[key] = figure
	}
	for _, row := range s.Rows {
		if _, known := names.Figures[row.key]; !known {
			add(row.key, row.group, reckoning(row))
		}
	}
	all := s.rowNames()
	for _, name := range ownNames(specs) {
		key := name.Key()
		if _, known := names.Figures[key]; !known && names.Groups[key] == nil {
			add(key, value.FoldName(name.Group), check.Name{Name: name.String()})
			all = append(all, name)
		}
	}
	turned := map[string]bool{}
	for _, spec := range specs {
		for _, alias := range spec.Turned {
			turned[value.FoldName(alias)] = true
		}
	}
	for _, a := range aliases(specs, all) {
		if turned[a.name] {
			continue // it would have the wrong sign
		}
		if _, known := names.Figures[a.name]; known || names.Groups[a.name] != nil {
			continue
		}
		if figure, ok := names.Figures[a.key]; ok {
			names.Figures[a.name] = figure
		}
		if group := names.Groups[a.key]; group != nil {
			names.Groups[a.name] = group
		}
	}
	return names
}

// reckoning is what an equation needs to know of a figure.
func reckoning(row *Row) check.Name {
	f := check.Name{Name: row.Name.String(), Unit: commonUnit(row.Reports), Kind: unreckoned(row.Reports),
		Counted: true}
	for _, report := range row.Reports {
		v := report.Value
		if v.Kind != value.KindNumber && v.Kind != value.KindRange {
			continue
		}
		f.Counted = f.Counted && v.Unit == "" && v.Kind == value.KindNumber && v.Number.IsWhole()
		f.Negative = f.Negative || v.Kind == value.KindNumber && v.Number.Sign() < 0
	}
	return f
}

// unreckoned is words or date where all reports are that, which no equation can
// reckon with; 0 otherwise.
func unreckoned(reports []*Report) value.Kind {
	kind := reports[0].Value.Kind
	if kind != value.KindText && kind != value.KindDate {
		return 0
	}
	if slices.ContainsFunc(reports, func(r *Report) bool { return r.Value.Kind != kind || r.Unread }) {
		return 0
	}
	return kind
}
