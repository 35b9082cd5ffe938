package dev.daystream.metrics;

import dev.daystream.metrics.DerivedMetric.Input;
import dev.daystream.metrics.DerivedMetric.Parameter;
import dev.daystream.metrics.DerivedMetric.Reference;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the two lists of metrics as a page for people, {@code docs/data-dictionary.md}. */
public final class DataDictionary {
    private static final String HEAD = """
            # Data dictionary

            Every metric and every derived figure. Made by `./daystream dictionary > docs/data-dictionary.md` from
            [metrics/catalog.yaml](../metrics/catalog.yaml) and [metrics/derived.yaml](../metrics/derived.yaml); a test holds the page to them, so change those.

            Units are UCUM codes, with how people write them where that differs. A *level* is the state at an instant; an *amount* is what accrued in the
            interval that begins at the instant, and adds up. Values out of the range are rejected when they come in; the range of an amount is that of an
            interval of one cadence. *Imputed* is the longest gap that may ever be filled in ([what is done](imputation.md)). How coverage and reasons
            are found is told in [data-quality.md](data-quality.md).
            """;

    private static final String DERIVED = """

            ## Derived figures

            One figure for each local day, made by us from samples and sleep records, beside the vendor's own figures and not in their place. (Which minute is
            what stage of sleep is the vendor's judgement.) Each comes with the version of its formula, its coverage, and, where there is no value, the
            reason. A figure is made again when one of the days that it is made from is delivered again, when time zones, birth date or heart-rate zones
            change, and when its version is raised; until then it is kept. Imputed values are never used. Of days whose samples were removed
            (`DAYSTREAM_RETENTION`) a figure stays as it was until it has to be made again; then there is too little to make it from.
            `GET /api/v1/participants/{id}/derived` has the figures, `/derived/explanation` tells how one came about.

            A figure reads the days that its inputs name, and no others: the order in which days are delivered never changes it (`DeliveryOrderTest`,
            `UndeclaredDaysTest`). Coverage is that of the inputs. Without a value there is none, and `missing` names the inputs that are missing or
            too short. What is usual on a day is the mean of the figure's own values of the 30 days before it, at least 5 of them, with their
            standard deviation (n - 1).

            Days are local days. Sleep counts to the day on which it ended. *D-1 to D* means the day before and the day itself.

            | reason | holds when |
            |---|---|
            | `before-enrolment`, `after-end`, `fetch-failed`, `rejected`, `no-intraday`, `not-synced`, `not-worn` | an input of the day is missing for this [reason](data-quality.md#reasons) |
            | `not-delivered` | an input of the day is missing, and none of the participant's sources brings it |
            | `no-sleep` | sleep was delivered, and there was none |
            | `no-main-sleep` | only naps were recorded, and no main sleep |
            | `not-recorded` | the record does not tell it |
            | `too-little-data` | too little of what it is made from is there |
            | `too-few-nights` | too few nights of the window have what it takes |
            | `no-zones` | neither a birth date nor heart-rate zones of the participant's own are known |
            | `no-spread` | the nights to compare with are all the same |
            """;

    private final Catalog catalog;
    private final DerivedCatalog derived;
    private final StringBuilder text = new StringBuilder(HEAD);

    private DataDictionary(Catalog catalog, DerivedCatalog derived) {
        this.catalog = catalog;
        this.derived = derived;
    }

    /** Returns the page in Markdown. */
    public static String text(Catalog catalog, DerivedCatalog derived) {
        return new DataDictionary(catalog, derived).write();
    }

    private String write() {
        table("Sampled within the day", Metric.Scope.INTRADAY);
        table("The vendor's own figures for a local day", Metric.Scope.DAILY);
        text.append(DERIVED);
        derived.metrics().forEach(this::figure);
        return text.toString();
    }

    private void table(String title, Metric.Scope scope) {
        boolean sampled = scope == Metric.Scope.INTRADAY;
        text.append("\n## ").append(title).append("\n\n| metric | meaning | unit | kind | ");
        text.append(sampled ? "cadence | range | measured | imputed | from |\n" : "range | from |\n");
        text.append(sampled ? "|---|---|---|---|---|---|---|---|---|\n" : "|---|---|---|---|---|---|\n");
        for (Metric metric : catalog.metrics()) {
            if (metric.scope() == scope) {
                List<String> cells = new ArrayList<>(List.of(
                        "`" + metric.key() + "`<br>" + metric.name(),
                        metric.meaning(),
                        unit(metric.unit(), metric.display()),
                        metric.kind() == Metric.Kind.AMOUNT ? "amount" : "level"));
                if (sampled) {
                    cells.add(duration(metric.cadence()));
                }
                cells.add(
                        number(metric.lowest()) + " to " + number(metric.range().get(1)));
                if (sampled) {
                    cells.add(metric.present().name().toLowerCase(Locale.ROOT));
                    cells.add(metric.impute() == 0 ? "never" : duration(metric.impute()));
                }
                cells.add(sources(metric));
                text.append("| ").append(String.join(" | ", cells)).append(" |\n");
            }
        }
    }

    private String sources(Metric metric) {
        return catalog.payloads().stream()
                .flatMap(payload -> (metric.scope() == Metric.Scope.INTRADAY ? payload.series() : payload.daily())
                        .entrySet().stream()
                                .filter(entry -> entry.getValue().metric().equals(metric.key()))
                                .map(entry ->
                                        payload.source() + " `" + payload.key() + "`" + cadence(entry.getValue())))
                .distinct()
                .collect(Collectors.joining("<br>"));
    }

    private static String cadence(Payload.Target target) {
        return target.cadence() == null ? "" : " (" + duration(target.cadence()) + ")";
    }

    private void figure(DerivedMetric metric) {
        text.append("\n### ").append(metric.name()).append("\n\n`").append(metric.key());
        text.append("`, version ").append(metric.version()).append(", ");
        text.append(unit(metric.unit(), metric.display())).append(". ").append(metric.meaning());
        text.append("\n\n- **Formula.** ").append(metric.formula());
        text.append("\n- **Made from** ");
        text.append(metric.inputs().stream().map(DataDictionary::input).collect(Collectors.joining(", ")));
        text.append(metric.zones() ? "; birth date or heart-rate zones of the participant's own.\n" : ".\n");
        text.append("- **Coverage.** ").append(metric.coverage());
        text.append(" At least ").append(number(metric.minimum())).append(" for a value.\n");
        text.append("- **Limits.** ").append(metric.limits()).append('\n');
        text.append("- **Follows** ");
        text.append(derived.references(metric).stream()
                .map(DataDictionary::reference)
                .collect(Collectors.joining(" ")));
        text.append('\n');
        if (!metric.parameters().isEmpty()) {
            text.append("\n| parameter | value | unit | meaning |\n|---|---:|---|---|\n");
            metric.parameters().forEach(this::parameter);
        }
    }

    private void parameter(Parameter parameter) {
        text.append("| `").append(parameter.name()).append("` | ").append(number(parameter.value()));
        text.append(" | ").append(unit(parameter.unit(), parameter.unit()));
        text.append(" | ").append(parameter.meaning()).append(" |\n");
    }

    private static String input(Input input) {
        String what = input.sleep() ? "sleep sessions" : "`" + input.key() + "`";
        return what + " of "
                + (input.from() == input.to() ? day(input.to()) : day(input.from()) + " to " + day(input.to()));
    }

    private static String day(int from) {
        return from == 0 ? "D" : "D" + (from > 0 ? "+" : "") + from;
    }

    private static String reference(Reference reference) {
        String doi = reference.doi() == null
                ? ""
                : ", [doi:" + reference.doi() + "](https://doi.org/" + reference.doi() + ")";
        return reference.authors() + " (" + reference.year() + "), *" + reference.title() + "*, " + reference.journal()
                + doi + ".";
    }

    private static String unit(String unit, String display) {
        String code = unit.equals("1") ? "no unit" : "`" + unit + "`";
        return display.isEmpty() || display.equals(unit) ? code : code + " (" + display + ")";
    }

    private static String duration(int seconds) {
        return seconds % 86_400 == 0
                ? seconds / 86_400 + " d"
                : seconds % 3_600 == 0
                        ? seconds / 3_600 + " h"
                        : seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }

    private static String number(double value) {
        return new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
