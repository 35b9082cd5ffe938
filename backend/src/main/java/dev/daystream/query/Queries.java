package dev.daystream.query;

import dev.daystream.metrics.Catalog;
import dev.daystream.store.Announcements;
import dev.daystream.store.CorrectionReader;
import dev.daystream.store.Database;
import dev.daystream.store.DayReader;
import dev.daystream.store.DeliveryStates;
import dev.daystream.store.DirectoryReader;
import dev.daystream.store.FilledGapReader;
import dev.daystream.store.ImputationRuns;
import dev.daystream.store.ImputedReader;
import dev.daystream.store.LineageReader;
import dev.daystream.store.RunReader;
import dev.daystream.store.SeriesReader;
import dev.daystream.store.SleepReader;
import dev.daystream.store.StatusReader;
import dev.daystream.store.WearStore;
import java.time.Clock;

/**
 * Everything that can be asked.
 *
 * @param participants who there is
 * @param series values of series
 * @param sleep sleep sessions
 * @param days daily figures
 * @param runs history of ingest
 * @param imputations runs of imputation
 * @param corrections what changed in days that were in place already
 * @param lineage where points come from
 * @param status what goes on now
 * @param events committed days as they come
 */
public record Queries(
        ParticipantQuery participants,
        SeriesQuery series,
        SleepQuery sleep,
        DayQuery days,
        RunQuery runs,
        ImputationQuery imputations,
        CorrectionQuery corrections,
        LineageQuery lineage,
        StatusQuery status,
        LiveEvents events) {

    /** Makes all queries on a database; answers follow its announcements. */
    public static Queries of(Database database, Announcements announcements, Catalog catalog, Clock clock) {
        DirectoryReader directoryReader = new DirectoryReader(database);
        SeriesReader seriesReader = new SeriesReader(database);
        ParticipantDirectory directory = new ParticipantDirectory(directoryReader, clock);
        ParticipantDays days = new ParticipantDays(directory, clock);
        WearDays wear = new WearDays(new WearStore(database), catalog);
        SleepReader sleepReader = new SleepReader(database);
        GapFactsReader gapFacts = new GapFactsReader(catalog, wear, new DeliveryStates(database), sleepReader);
        ImputedReader imputed = new ImputedReader(database);
        announcements.add(directory);
        return new Queries(
                new ParticipantQuery(directory, directoryReader, wear, clock),
                new SeriesQuery(
                        directory,
                        seriesReader,
                        new FilledGapReader(database),
                        imputed,
                        new CoverageReader(catalog, gapFacts),
                        new Metrics(catalog),
                        clock),
                new SleepQuery(days, sleepReader),
                new DayQuery(
                        days,
                        new DayReader(database),
                        new DailySummaries(seriesReader, imputed, catalog),
                        wear,
                        gapFacts,
                        catalog),
                new RunQuery(new RunReader(database)),
                new ImputationQuery(new ImputationRuns(database)),
                new CorrectionQuery(directory, new CorrectionReader(database)),
                new LineageQuery(directory, catalog, new LineageReader(database), new RunReader(database)),
                new StatusQuery(new StatusReader(database)),
                new LiveEvents(announcements));
    }
}
