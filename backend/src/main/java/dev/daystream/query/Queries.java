package dev.daystream.query;

import dev.daystream.figures.DerivedDays;
import dev.daystream.metrics.Catalog;
import dev.daystream.store.Announcements;
import dev.daystream.store.ContactStore;
import dev.daystream.store.CorrectionReader;
import dev.daystream.store.Database;
import dev.daystream.store.DayReader;
import dev.daystream.store.DeliveryStates;
import dev.daystream.store.DirectoryReader;
import dev.daystream.store.FilledGapReader;
import dev.daystream.store.ImputationRuns;
import dev.daystream.store.ImputedReader;
import dev.daystream.store.InsightEvidence;
import dev.daystream.store.InsightReader;
import dev.daystream.store.JobReader;
import dev.daystream.store.LakeTotal;
import dev.daystream.store.LineageReader;
import dev.daystream.store.Refresher;
import dev.daystream.store.RejectionReader;
import dev.daystream.store.RunReader;
import dev.daystream.store.SeriesReader;
import dev.daystream.store.SleepReader;
import dev.daystream.store.SourceHealthReader;
import dev.daystream.store.StatusReader;
import dev.daystream.store.StudyReader;
import dev.daystream.store.StudySettingsStore;
import dev.daystream.store.VerificationLog;
import dev.daystream.store.WearStore;
import java.time.Clock;

/**
 * Everything that can be asked, and changed.
 *
 * @param participants who there is
 * @param changes what can be changed about participants
 * @param series values of series
 * @param sleep sleep sessions
 * @param days daily figures
 * @param runs history of ingest
 * @param imputations runs of imputation
 * @param corrections what changed in days that were in place already
 * @param lineage where points come from
 * @param insights questions that SQL alone answers
 * @param status what goes on now
 * @param schedule what the service does again and again
 * @param events committed days and jobs as they come
 * @param jobs long-running work
 * @param rejections records that were left out
 * @param sources how participants' sources do
 * @param derived figures of our own
 * @param people who somebody is
 * @param study who needs attention
 * @param contacts letters to participants
 * @param summary means, usual values and changes over a range
 */
public record Queries(
        ParticipantQuery participants,
        ParticipantChanges changes,
        SeriesQuery series,
        SleepQuery sleep,
        DayQuery days,
        RunQuery runs,
        ImputationQuery imputations,
        CorrectionQuery corrections,
        LineageQuery lineage,
        InsightQuery insights,
        StatusQuery status,
        ScheduleQuery schedule,
        LiveEvents events,
        JobQuery jobs,
        RejectionQuery rejections,
        SourceHealthQuery sources,
        DerivedQuery derived,
        People people,
        StudyQuery study,
        ContactQuery contacts,
        SummaryQuery summary) {

    /** As below, where no service runs that could take on work. */
    public static Queries of(Database database, Announcements announcements, Catalog catalog, Clock clock) {
        return of(database, announcements, catalog, clock, Service.NONE);
    }

    /**
     * Makes all queries on a database; answers follow its announcements.
     *
     * @param service what else is asked
     */
    public static Queries of(
            Database database, Announcements announcements, Catalog catalog, Clock clock, Service service) {
        DirectoryReader directoryReader = new DirectoryReader(database);
        SeriesReader seriesReader = new SeriesReader(database);
        ParticipantDirectory directory = new ParticipantDirectory(directoryReader, clock);
        ParticipantDays days = new ParticipantDays(directory, clock);
        WearDays wear = new WearDays(new WearStore(database), catalog, clock);
        SleepReader sleepReader = new SleepReader(database);
        GapFactsReader gapFacts = new GapFactsReader(catalog, wear, new DeliveryStates(database), sleepReader);
        EvidenceReader evidence = new EvidenceReader(wear, seriesReader);
        ImputedReader imputed = new ImputedReader(database);
        announcements.add(directory);
        InsightQuery insights = new InsightQuery(
                Insights.bundled(),
                new InsightReader(database),
                new InsightEvidence(database),
                new InsightNeeds(catalog),
                clock);
        announcements.add(insights);
        ParticipantQuery participants = new ParticipantQuery(directory, directoryReader, wear, clock, false);
        StudySettingsStore settings = new StudySettingsStore(database);
        StudyQuery study = new StudyQuery(participants, wear, new StudyReader(database), settings, catalog, clock);
        DayQuery dayQuery = new DayQuery(
                days,
                new DayReader(database),
                sleepReader,
                new DailySummaries(seriesReader, imputed, evidence, catalog),
                wear,
                gapFacts,
                catalog);
        DerivedQuery derived = new DerivedQuery(
                days, DerivedDays.of(database, catalog, clock), new DataReasonsReader(catalog, gapFacts));
        return new Queries(
                participants,
                ParticipantChanges.of(database, directory),
                new SeriesQuery(
                        directory,
                        seriesReader,
                        new FilledGapReader(database),
                        imputed,
                        new CoverageReader(catalog, evidence, gapFacts),
                        new Metrics(catalog),
                        clock),
                new SleepQuery(days, sleepReader),
                dayQuery,
                new RunQuery(new RunReader(database)),
                new ImputationQuery(new ImputationRuns(database)),
                new CorrectionQuery(directory, new CorrectionReader(database)),
                new LineageQuery(directory, catalog, new LineageReader(database), new RunReader(database)),
                insights,
                new StatusQuery(new StatusReader(database), new LakeTotal(database)),
                new ScheduleQuery(service.clockwork(), new Refresher(database), new VerificationLog(database)),
                new LiveEvents(announcements),
                new JobQuery(
                        new JobReader(database),
                        new JobChecks(
                                directory,
                                new StatusReader(database),
                                new RunReader(database),
                                new ImputationRuns(database),
                                catalog,
                                clock),
                        service.jobs()),
                new RejectionQuery(new RejectionReader(database), service.excerpts()),
                new SourceHealthQuery(new SourceHealthReader(database), service.quotas()),
                derived,
                new People(directory),
                study,
                new ContactQuery(study, new ContactStore(database), service.mail(), clock),
                new SummaryQuery(days, dayQuery, derived, settings, catalog, clock));
    }
}
