package dev.daystream.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.model.JobRequest;
import dev.daystream.model.Resolution;
import dev.daystream.query.CorrectionQuery;
import dev.daystream.query.DatesRequest;
import dev.daystream.query.Fill;
import dev.daystream.query.GapFilling;
import dev.daystream.query.InsightView;
import dev.daystream.query.JobView;
import dev.daystream.query.Queries;
import dev.daystream.query.RejectionQuery;
import dev.daystream.query.SeriesPage;
import dev.daystream.query.SeriesRequest;
import io.vertx.core.Future;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Answers each operation of the contract. */
final class ApiHandlers {
    static final List<String> DEFAULT_METRICS = List.of("heart_rate");

    private final Queries queries;
    private final HttpSettings settings;
    private final SeriesJson seriesJson;
    private final ParticipantHandlers participantChanges;
    private final StudyHandlers study;
    private final Answer metrics;

    /** What the catalogue says only to the simulator. */
    @JsonIgnoreProperties("simulated")
    private interface ToldMetric {}

    private record MetricList(List<Metric> metrics) {}

    private record InsightList(List<InsightView> insights) {}

    private record Status(String version, String engine, String startedAt, int every, Object positions, Object lake) {}

    ApiHandlers(Queries queries, Catalog catalog, HttpSettings settings) {
        this.queries = queries;
        this.settings = settings;
        this.seriesJson = new SeriesJson(catalog);
        this.participantChanges = new ParticipantHandlers(queries);
        this.study = new StudyHandlers(queries);
        this.metrics = metricList(catalog);
    }

    /** Returns what answers each operation, by its id; the stream of events is not among them. */
    Map<String, Function<Parameters, Future<Answer>>> byOperation() {
        Map<String, Function<Parameters, Future<Answer>>> all = new HashMap<>(study.byOperation());
        all.putAll(others());
        return all;
    }

    private Map<String, Function<Parameters, Future<Answer>>> others() {
        return Map.ofEntries(
                Map.entry("listParticipants", this::participants),
                Map.entry("getParticipant", this::participant),
                Map.entry("changeParticipant", participantChanges::change),
                Map.entry("getZones", participantChanges::zones),
                Map.entry("setZones", participantChanges::setZones),
                Map.entry("listMetrics", parameters -> Future.succeededFuture(metrics)),
                Map.entry("getParticipantSeries", parameters -> series(List.of(parameters.required("id")), parameters)),
                Map.entry("getSeries", parameters -> series(parameters.numbers("participants"), parameters)),
                Map.entry(
                        "getSleep",
                        parameters -> queries.sleep().page(dates(parameters)).map(ApiHandlers::json)),
                Map.entry(
                        "getDays",
                        parameters -> queries.days()
                                .page(dates(parameters), fill(parameters))
                                .map(ApiHandlers::json)),
                Map.entry(
                        "getSummary",
                        parameters -> queries.summary()
                                .of(parameters.required("id"), parameters.text("from"), parameters.text("to"))
                                .map(ApiHandlers::json)),
                Map.entry("listCorrections", this::corrections),
                Map.entry("getLineage", this::lineage),
                Map.entry(
                        "listInsights",
                        parameters -> queries.insights()
                                .all(parameters.numbers("participants"))
                                .map(all -> json(new InsightList(all)))),
                Map.entry("getInsight", this::insight),
                Map.entry(
                        "listDerivedMetrics",
                        parameters ->
                                Future.succeededFuture(json(queries.derived().list()))),
                Map.entry("getDerived", this::derived),
                Map.entry("explainDerived", this::explained),
                Map.entry("listRuns", this::runs),
                Map.entry("listImputationRuns", this::imputationRuns),
                Map.entry("getImputationRun", this::imputationRun),
                Map.entry("getStatus", this::status),
                Map.entry("getSchedule", parameters -> queries.schedule().now().map(ApiHandlers::json)),
                Map.entry("listRejections", this::rejections),
                Map.entry(
                        "listSources",
                        parameters -> queries.sources()
                                .page(
                                        parameters.number("participant"),
                                        parameters.requiredInt("limit"),
                                        parameters.text("cursor"))
                                .map(ApiHandlers::json)),
                Map.entry("listJobs", this::jobs),
                Map.entry("createJob", this::createJob),
                Map.entry(
                        "getJob",
                        parameters ->
                                queries.jobs().job(parameters.required("id")).map(ApiHandlers::json)),
                Map.entry(
                        "cancelJob",
                        parameters ->
                                queries.jobs().cancel(parameters.required("id")).map(ApiHandlers::accepted)));
    }

    private Future<Answer> participants(Parameters parameters) {
        return queries.participants()
                .list(parameters.requiredInt("limit"), parameters.text("cursor"))
                .map(ApiHandlers::json);
    }

    private Future<Answer> participant(Parameters parameters) {
        return queries.participants().detail(parameters.required("id")).map(ApiHandlers::json);
    }

    private Future<Answer> series(List<Long> participants, Parameters parameters) {
        List<String> asked = parameters.texts("metrics");
        String resolution = parameters.text("resolution");
        return queries.series()
                .page(new SeriesRequest(
                        participants,
                        asked.isEmpty() ? DEFAULT_METRICS : asked,
                        parameters.text("from"),
                        parameters.text("to"),
                        parameters.text("date"),
                        resolution == null ? null : Resolution.of(resolution),
                        parameters.requiredInt("points"),
                        parameters.requiredInt("limit"),
                        fill(parameters),
                        filling(parameters),
                        parameters.text("cursor")))
                .map(page -> new Answer(seriesJson.write(page), resolution(page)));
    }

    private static String resolution(SeriesPage page) {
        List<String> used = page.series().stream()
                .map(values -> values.resolution().key())
                .distinct()
                .toList();
        return used.isEmpty() ? "none" : used.size() == 1 ? used.get(0) : "mixed";
    }

    static Fill fill(Parameters parameters) {
        return Fill.valueOf(String.valueOf(parameters.text("fill")).toUpperCase(Locale.ROOT));
    }

    private static GapFilling filling(Parameters parameters) {
        String method = String.valueOf(parameters.text("gapfill")).toUpperCase(Locale.ROOT);
        Long longest = parameters.number("max_gap");
        return new GapFilling(GapFilling.Method.valueOf(method), longest == null ? null : longest.intValue());
    }

    private static DatesRequest dates(Parameters parameters) {
        return new DatesRequest(
                parameters.required("id"),
                parameters.text("from"),
                parameters.text("to"),
                parameters.requiredInt("limit"),
                parameters.text("cursor"));
    }

    private Future<Answer> corrections(Parameters parameters) {
        return queries.corrections()
                .page(
                        dates(parameters),
                        new CorrectionQuery.Narrowing(
                                parameters.text("dataType"), parameters.text("outcome"), parameters.text("flag")))
                .map(ApiHandlers::json);
    }

    private Future<Answer> derived(Parameters parameters) {
        return queries.derived()
                .page(dates(parameters), parameters.texts("metrics"))
                .map(ApiHandlers::json);
    }

    private Future<Answer> explained(Parameters parameters) {
        return queries.derived()
                .explain(
                        parameters.required("id"),
                        String.valueOf(parameters.text("metric")),
                        String.valueOf(parameters.text("date")))
                .map(ApiHandlers::json);
    }

    private Future<Answer> lineage(Parameters parameters) {
        return queries.lineage()
                .of(
                        parameters.required("id"),
                        String.valueOf(parameters.text("metric")),
                        String.valueOf(parameters.text("at")))
                .map(ApiHandlers::json);
    }

    private Future<Answer> insight(Parameters parameters) {
        return queries.insights()
                .answer(
                        String.valueOf(parameters.text("insight")),
                        parameters.numbers("participants"),
                        parameters.text("from"),
                        parameters.text("to"))
                .map(ApiHandlers::json);
    }

    private Future<Answer> runs(Parameters parameters) {
        return queries.runs()
                .page(
                        parameters.number("participant"),
                        parameters.text("state"),
                        parameters.text("trigger"),
                        parameters.text("dataType"),
                        parameters.requiredInt("limit"),
                        parameters.text("cursor"))
                .map(ApiHandlers::json);
    }

    private Future<Answer> rejections(Parameters parameters) {
        return queries.rejections()
                .page(
                        new RejectionQuery.Narrowing(
                                parameters.number("run"),
                                parameters.number("participant"),
                                parameters.text("dataType"),
                                parameters.text("reason"),
                                parameters.text("from"),
                                parameters.text("to")),
                        parameters.requiredInt("limit"),
                        parameters.text("cursor"))
                .map(ApiHandlers::json);
    }

    private Future<Answer> jobs(Parameters parameters) {
        return queries.jobs()
                .page(
                        parameters.text("kind"),
                        parameters.text("state"),
                        parameters.requiredInt("limit"),
                        parameters.text("cursor"))
                .map(ApiHandlers::json);
    }

    private Future<Answer> createJob(Parameters parameters) {
        return queries.jobs().submit(parameters.body(JobRequest.class)).map(ApiHandlers::accepted);
    }

    private static Answer accepted(JobView job) {
        return Answer.accepted(json(job).json(), Api.ROOT + "/jobs/" + job.id());
    }

    private Future<Answer> imputationRuns(Parameters parameters) {
        return queries.imputations()
                .page(parameters.requiredInt("limit"), parameters.text("cursor"))
                .map(ApiHandlers::json);
    }

    private Future<Answer> imputationRun(Parameters parameters) {
        long run = parameters.required("run");
        return queries.imputations()
                .find(run)
                .map(found -> json(found.orElseThrow(
                        () -> new ProblemException(Problem.NOT_FOUND, "There is no imputation run " + run + "."))));
    }

    private Future<Answer> status(Parameters parameters) {
        return queries.status()
                .state()
                .map(state -> json(new Status(
                        settings.version(),
                        state.engine(),
                        settings.startedAt().toString(),
                        settings.everySeconds(),
                        state.positions(),
                        state.lake())));
    }

    private static Answer metricList(Catalog catalog) {
        try {
            return new Answer(JsonFormat.MAPPER
                    .copy()
                    .addMixIn(Metric.class, ToldMetric.class)
                    .writeValueAsBytes(new MetricList(catalog.metrics())));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Answer json(Object document) {
        try {
            return new Answer(JsonFormat.MAPPER.writeValueAsBytes(document));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
