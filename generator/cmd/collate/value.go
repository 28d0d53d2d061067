package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"collate/generator/agreement"
	"collate/generator/value"

	"github.com/spf13/cobra"
)

func newValue() *cobra.Command {
	var locale value.Locale
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "value [flags] [--] VALUE...",
		Short: "show how values are read, and whether they agree",
		Long: `Value reads each VALUE as it would stand under figures and shows what true
values it allows. Two or more are compared as reports of different sources.
Put -- before values that begin with a minus.`,
		Example: "  collate value '$110B' '$120B'\n  collate value --language de '1,5 Mio. €'\n  collate value " +
			"--json -- -4.2%",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{fmt.Errorf("value: name at least one value, as in collate value '$110B'")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			locale.Currency = strings.ToUpper(locale.Currency)
			if err := checkLocale(locale); err != nil {
				return err
			}
			return showValues(cmd.OutOrStdout(), args, locale, asJSON)
		},
	}
	cmd.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		return usageError{fmt.Errorf("%w\nhint: put -- before values that begin with a minus: collate value -- -4.2%%",
			err)}
	})
	cmd.Flags().SortFlags = false
	cmd.Flags().BoolVar(&asJSON, "json", false, "print a JSON line for each value")
	cmd.Flags().StringVar(&locale.Language, "language", "en",
		"read numbers and words as `LANGUAGE` writes them (BCP 47)")
	cmd.Flags().StringVar(&locale.Currency, "currency", "USD", "what a bare $ means, as an ISO 4217 `CODE`")
	return cmd
}

// comparisonLine is the last JSON line of several values.
type comparisonLine struct {
	Agreement agreement.Kind `json:"agreement"`
	Camps     [][]string     `json:"camps"`
	Apart     []string       `json:"apart,omitempty"`
}

func showValues(w io.Writer, written []string, locale value.Locale, asJSON bool) error {
	var reports []agreement.Report
	var failed bool
	lines := json.NewEncoder(w)
	lines.SetEscapeHTML(false)
	for i, text := range written {
		v, err := locale.Parse(text)
		if err != nil {
			failed = true
		} else {
			reports = append(reports, agreement.Report{Value: v, Order: i})
		}
		if asJSON {
			lines.Encode(value.JSON(v, err, text))
		} else {
			explainValue(w, text, v, err)
		}
	}
	if len(written) > 1 && !failed {
		printComparison(w, lines, reports, asJSON)
	}
	if failed {
		return errProblems
	}
	return nil
}

func printComparison(w io.Writer, lines *json.Encoder, reports []agreement.Report, asJSON bool) {
	inOneCurrency(reports)
	result := agreement.Of(reports, agreement.Options{})
	if !asJSON {
		explainTogether(w, reports, result)
		return
	}
	line := comparisonLine{Agreement: result.Kind}
	for _, camp := range slices.Concat(result.Camps, result.Others) {
		var members []string
		for _, i := range camp.Members {
			members = append(members, reports[i].Value.Written)
		}
		line.Camps = append(line.Camps, members)
	}
	for _, i := range result.Apart {
		line.Apart = append(line.Apart, reports[i].Value.Written)
	}
	lines.Encode(line)
}

// inOneCurrency lets amounts that are given in two currencies count in the one
// that most are given in, as a story's do.
func inOneCurrency(reports []agreement.Report) {
	given := map[value.Unit]int{}
	most := value.Unit("")
	for _, r := range reports {
		for v := &r.Value; v != nil; v = v.Also {
			if given[v.Unit]++; given[v.Unit] > given[most] || given[v.Unit] == given[most] && v.Unit < most {
				most = v.Unit
			}
		}
	}
	for i, r := range reports {
		if also := r.Value.Also; also != nil && also.Unit == most && r.Value.Unit != most {
			reports[i].Value = *also
			reports[i].Value.Written = r.Value.Written
		}
	}
}
