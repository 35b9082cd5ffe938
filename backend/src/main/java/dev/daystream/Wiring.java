package dev.daystream;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.config.MailSettings;
import dev.daystream.config.Settings;
import dev.daystream.figures.DerivedDays;
import dev.daystream.figures.DerivedUpkeep;
import dev.daystream.ingest.Backfill;
import dev.daystream.ingest.BackfillJob;
import dev.daystream.ingest.CommandJob;
import dev.daystream.ingest.ConnectionStates;
import dev.daystream.ingest.DayIngest;
import dev.daystream.ingest.DeliveryIngest;
import dev.daystream.ingest.DeriveJob;
import dev.daystream.ingest.FileImport;
import dev.daystream.ingest.FirstStart;
import dev.daystream.ingest.Imputation;
import dev.daystream.ingest.ImputationSelfTest;
import dev.daystream.ingest.ImputeJob;
import dev.daystream.ingest.JobKind;
import dev.daystream.ingest.JobRunner;
import dev.daystream.ingest.LakeCheck;
import dev.daystream.ingest.LakeExcerpts;
import dev.daystream.ingest.OutstandingFetches;
import dev.daystream.ingest.ProfileZones;
import dev.daystream.ingest.Progress;
import dev.daystream.ingest.Refresh;
import dev.daystream.ingest.Reparse;
import dev.daystream.ingest.ReparseJob;
import dev.daystream.ingest.RetryJob;
import dev.daystream.ingest.RollUpCheck;
import dev.daystream.ingest.Schedule;
import dev.daystream.ingest.UndoImputationJob;
import dev.daystream.ingest.Upkeep;
import dev.daystream.ingest.VerifyJob;
import dev.daystream.lake.Lake;
import dev.daystream.mail.SmtpMail;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.model.Clockwork;
import dev.daystream.model.JobRequest;
import dev.daystream.model.Mail;
import dev.daystream.model.Tokens;
import dev.daystream.ops.IngestMetrics;
import dev.daystream.ops.JobMetrics;
import dev.daystream.query.LineageQuery;
import dev.daystream.query.ParticipantChanges;
import dev.daystream.query.ParticipantQuery;
import dev.daystream.query.Service;
import dev.daystream.source.Backoff;
import dev.daystream.source.ParserSet;
import dev.daystream.source.TokenVault;
import dev.daystream.source.fitabase.FitabaseExport;
import dev.daystream.source.fitabase.FitabaseParsers;
import dev.daystream.source.fitbit.FitbitParsers;
import dev.daystream.source.fitbit.FitbitSettings;
import dev.daystream.source.fitbit.FitbitSource;
import dev.daystream.source.fitbit.Profile;
import dev.daystream.store.BeatStore;
import dev.daystream.store.ConnectionStore;
import dev.daystream.store.Database;
import dev.daystream.store.DayStore;
import dev.daystream.store.DerivedProgress;
import dev.daystream.store.DerivedStore;
import dev.daystream.store.FailedReader;
import dev.daystream.store.HeartRateZoneStore;
import dev.daystream.store.ImputedCheck;
import dev.daystream.store.IngestClaims;
import dev.daystream.store.JobReader;
import dev.daystream.store.JobStore;
import dev.daystream.store.MetricIds;
import dev.daystream.store.OutstandingFetchStore;
import dev.daystream.store.ParticipantStore;
import dev.daystream.store.PayloadReader;
import dev.daystream.store.PositionStore;
import dev.daystream.store.ProfileZoneStore;
import dev.daystream.store.Refresher;
import dev.daystream.store.Retention;
import dev.daystream.store.RunStore;
import dev.daystream.store.SeriesIds;
import dev.daystream.store.SourceIds;
import dev.daystream.store.SourceLagReader;
import dev.daystream.store.Verification;
import dev.daystream.store.VerificationLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the parts are put together; the only place that knows them all. */
public final class Wiring {
    private static final int PARSERS_AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final Settings settings;
    private final Vertx vertx;
    private final Clock clock;
    private final Backoff backoff;
    private final Catalog catalog = Catalog.bundled();
    private final Database database;
    private final MetricIds metrics = new MetricIds(catalog);
    private final SourceIds sources;
    private final RunStore runs;
    private final WorkerExecutor workers;
    private final ParticipantStore participants;
    private final PositionStore positions;
    private final IngestClaims claims;
    private final ConnectionStore connections;
    private final DayStore days;
    private final Lake lake;
    private final DeliveryIngest deliveries;
    private final IngestMetrics metered;
    private final MeterRegistry registry;

    /** Puts the parts together; nobody looks at what they count and time. */
    public Wiring(Settings settings, Vertx vertx, DatabaseSettings server) {
        this(settings, vertx, server, new CompositeMeterRegistry());
    }

    /**
     * Puts the parts together.
     *
     * @param registry where they count and time what they do
     */
    public Wiring(Settings settings, Vertx vertx, DatabaseSettings server, MeterRegistry registry) {
        this(settings, vertx, server, registry, Clock.systemUTC(), Backoff.STANDARD);
    }

    /** As above, at the clock's time and with other waits between repeated requests. */
    public Wiring(
            Settings settings,
            Vertx vertx,
            DatabaseSettings server,
            MeterRegistry registry,
            Clock clock,
            Backoff backoff) {
        this.settings = settings;
        this.clock = clock;
        this.backoff = backoff;
        this.vertx = vertx;
        this.registry = registry;
        this.metered = new IngestMetrics(registry);
        this.database = Database.open(vertx, server);
        database.measure(registry);
        this.sources = new SourceIds(database);
        this.runs = new RunStore(database, sources);
        this.workers = vertx.createSharedWorkerExecutor("ingest", PARSERS_AT_ONCE);
        this.participants = new ParticipantStore(database);
        this.positions = new PositionStore(database, sources);
        this.claims = new IngestClaims(database);
        this.connections = new ConnectionStore(database, sources);
        this.days = new DayStore(database, new SeriesIds(database, metrics), sources, metrics, settings.shorterDays());
        this.lake = new Lake(settings.lakeDirectory());
        this.deliveries = new DeliveryIngest(catalog, lake, days, runs, workers, clock, metered);
    }

    /** Writes what the database must know before anything else happens; the schema is in place already. */
    public Future<Void> prepare() {
        // Read here: the next step runs on an event loop, which a file must not block.
        DerivedCatalog derived = DerivedCatalog.bundled();
        return metrics.publish(database).compose(done -> new DerivedStore(database).publish(derived));
    }

    /** Returns what tells where participants' heart-rate zones begin. */
    public HeartRateZoneStore heartRateZones() {
        return new HeartRateZoneStore(database);
    }

    /** Returns what makes derived figures and keeps them. */
    public DerivedDays derived() {
        return DerivedDays.of(database, catalog, clock);
    }

    /** Returns what keeps derived figures up to date while the service runs. */
    public DerivedUpkeep derivedUpkeep() {
        return new DerivedUpkeep(derived(), new DerivedProgress(database));
    }

    /** Returns the pool of connections. */
    public Database database() {
        return database;
    }

    /** Returns the metric catalogue. */
    public Catalog catalog() {
        return catalog;
    }

    /** Returns the participants. */
    public ParticipantStore participants() {
        return participants;
    }

    /** Returns how far each participant's history has been taken in. */
    public PositionStore positions() {
        return positions;
    }

    /** Returns what puts days in place. */
    public DayStore days() {
        return days;
    }

    /** Returns what brings in single deliveries, such as slices of a file. */
    public DeliveryIngest deliveries() {
        return deliveries;
    }

    /** Returns what imports the files of an export. */
    public FileImport fileImport() {
        return new FileImport(participants, new PayloadReader(database), deliveries, catalog, lake);
    }

    /** Returns what reads payloads of the lake again. */
    public Reparse reparse() {
        return reparse(Map.of(
                "fitbit",
                new ParserSet(FitbitParsers::of, FitbitParsers.PARSER_VERSION),
                FitabaseExport.SOURCE,
                new ParserSet(FitabaseParsers::of, FitabaseParsers.PARSER_VERSION)));
    }

    /** As above, with other parsers by key of the source. */
    public Reparse reparse(Map<String, ParserSet> parsers) {
        return new Reparse(
                catalog, parsers, lake, new PayloadReader(database), participants, days, runs, workers, clock);
    }

    /** Returns what makes values for gaps. */
    public Imputation imputation() {
        return new Imputation(vertx, database, catalog, workers);
    }

    /** Returns the self-test of the methods that make them. */
    public ImputationSelfTest imputationSelfTest() {
        return new ImputationSelfTest(database, catalog, workers);
    }

    /** Returns the check of the lake. */
    public LakeCheck lakeCheck() {
        return new LakeCheck(lake, new PayloadReader(database), workers);
    }

    /** Returns the question where a point comes from. */
    public LineageQuery lineage() {
        return LineageQuery.of(database, catalog, clock);
    }

    /** Returns what changes what is said about participants. */
    public ParticipantChanges participantChanges() {
        return ParticipantChanges.of(database);
    }

    /** Returns who there is, and how much there is of them. */
    public ParticipantQuery participantQuery() {
        return ParticipantQuery.of(database, catalog, clock);
    }

    /** Returns how far behind each source is. */
    public SourceLagReader sources() {
        return new SourceLagReader(database);
    }

    /** Returns the check of roll-ups. */
    public Verification verification() {
        return new Verification(database);
    }

    /** Returns the check of roll-ups that notes how it ended. */
    public RollUpCheck rollUpCheck() {
        return new RollUpCheck(verification(), verifications(), clock);
    }

    /** Returns how checks of roll-ups ended. */
    public VerificationLog verifications() {
        return new VerificationLog(database);
    }

    /** Returns what keeps the last times of beats. */
    public BeatStore beats() {
        return new BeatStore(database);
    }

    /** Returns the check of imputed values. */
    public ImputedCheck imputedCheck() {
        return new ImputedCheck(database);
    }

    /** Returns what brings roll-ups up to date. */
    public Refresher refresher() {
        return new Refresher(database);
    }

    /** Returns what keeps the store in order while the service runs. */
    public Upkeep upkeep() {
        return new Upkeep(refresher(), rollUpCheck(), new Retention(database), settings.retention(), clock);
    }

    /** Returns what fetches days from a server of the Fitbit dialect. */
    public Fetching fetching(URI base, Progress progress) {
        FitbitSettings fitbit = new FitbitSettings(
                base,
                settings.clientId(),
                settings.clientSecret(),
                "http://127.0.0.1:" + settings.httpPort() + "/oauth2/callback",
                backoff);
        FitbitSource source = new FitbitSource(vertx, fitbit, vault("fitbit"), clock);
        ConnectionStates states = new ConnectionStates(source.key(), positions);
        DayIngest days = new DayIngest(source, catalog, deliveries, states, metered);
        metered.queue(days);
        Backfill backfill = new Backfill(vertx, participants, days, clock);
        return new Fetching(
                source,
                days,
                backfill,
                new Schedule(
                        participants,
                        positions,
                        claims,
                        days,
                        new OutstandingFetches(new OutstandingFetchStore(database, sources), participants, days, clock),
                        progress,
                        clock,
                        settings.ingestEvery()),
                new Refresh(participants, positions, backfill, clock),
                new FirstStart(settings, participants, connections, positions, heartRateZones(), source, clock),
                new ProfileZones(
                        source.key(),
                        participant -> source.profile(participant).map(Profile::zone),
                        positions,
                        states,
                        new ProfileZoneStore(database, sources),
                        clock));
    }

    /**
     * What fetches days.
     *
     * @param source where from
     * @param days one day at a time
     * @param backfill ranges of days
     * @param schedule what is due
     * @param refresh what may have changed
     * @param firstStart the demonstration participants
     * @param profiles asks for the zones of accounts
     */
    public record Fetching(
            FitbitSource source,
            DayIngest days,
            Backfill backfill,
            Schedule schedule,
            Refresh refresh,
            FirstStart firstStart,
            ProfileZones profiles) {}

    /** Returns what of the running service is asked by queries. */
    public Service service(Fetching fetching, JobRunner jobs, Clockwork clockwork) {
        FitbitSource source = fetching.source();
        return new Service(
                jobs,
                new LakeExcerpts(lake, workers),
                (participant, key) -> key.equals(source.key()) ? source.quota(participant) : null,
                mail(),
                clockwork);
    }

    private Mail mail() {
        MailSettings server = settings.mail();
        return server == null ? Mail.NONE : new SmtpMail(vertx, server, clock);
    }

    /** Returns what runs jobs. */
    public JobRunner jobs(Fetching fetching) {
        List<JobKind<?>> kinds = List.of(
                backfillJob(fetching),
                new RetryJob(new FailedReader(database), participants, fetching.days()),
                reparseJob(),
                verifyJob(),
                new ImputeJob(imputation()),
                new UndoImputationJob(imputation()),
                new DeriveJob(participants, derived()));
        JobMetrics metrics =
                new JobMetrics(registry, kinds.stream().map(JobKind::key).toList());
        return new JobRunner(vertx, new JobStore(database), new JobReader(database), claims, kinds, metrics);
    }

    /** Returns what fetches ranges of days as a job. */
    public BackfillJob backfillJob(Fetching fetching) {
        return new BackfillJob(participants, positions, fetching.backfill());
    }

    /** Returns what reads payloads of the lake again as a job. */
    public ReparseJob reparseJob() {
        return new ReparseJob(participants, reparse());
    }

    /** Returns what compares roll-ups, imputed values and payloads as a job. */
    public VerifyJob verifyJob() {
        return new VerifyJob(rollUpCheck(), imputedCheck(), lakeCheck());
    }

    /** Begins the job of a command, whose work this process does. */
    public Future<CommandJob> commandJob(JobRequest request) {
        return CommandJob.begin(vertx, new JobStore(database), claims, request);
    }

    /** Closes all connections and threads. */
    public Future<Void> close() {
        return workers.close().eventually(claims::close).eventually(database::close);
    }

    private TokenVault vault(String source) {
        return new TokenVault() {
            @Override
            public Future<Optional<Tokens>> load(long participant) {
                return connections.find(participant, source);
            }

            @Override
            public Future<Void> save(long participant, Tokens tokens) {
                return connections.save(participant, source, tokens);
            }
        };
    }
}
