package digest

import (
	"collate/generator/check"
	"collate/generator/content"
	"collate/generator/value"
)

// checkNames are the figures and groups that the story's equations may speak
// of: those that somebody reports and those that the story lists.
func (s *Story) checkNames(specs []content.FigureSpec, locale value.Locale) check.Names {
	names := check.Names{Figures: map[string]check.Figure{}, Groups: map[string][]string{}, Locale: locale}
	add := func(key, group string, figure check.Figure) {
		if _, known := names.Figures[key]; !known && group != "" {
			names.Groups[group] = append(names.Groups[group], key)
		}
		names.Figures[key] = figure
	}
	reports := map[string][]*Report{}
	for _, row := range s.Rows {
		reports[row.key] = append(reports[row.key], row.Reports...)
	}
	for _, row := range s.Rows {
		if _, known := names.Figures[row.key]; !known {
			add(row.key, row.group, check.Figure{Name: row.Name.String(), Unit: commonUnit(reports[row.key])})
		}
	}
	all := s.rowNames()
	for _, spec := range specs {
		key := spec.Name.Key()
		if _, known := names.Figures[key]; !known && names.Groups[key] == nil {
			add(key, value.FoldName(spec.Name.Group), check.Figure{Name: spec.Name.String()})
			all = append(all, spec.Name)
		}
	}
	for alias, key := range aliases(specs, all) {
		if _, known := names.Figures[alias]; known || names.Groups[alias] != nil {
			continue
		}
		if figure, ok := names.Figures[key]; ok {
			names.Figures[alias] = figure
		}
		if group := names.Groups[key]; group != nil {
			names.Groups[alias] = group
		}
	}
	return names
}
