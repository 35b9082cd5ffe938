package dev.daystream.ingest;

import dev.daystream.model.Participant;
import dev.daystream.model.Trigger;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Takes in ranges of days, whatever the schedule's positions say; days that are in place already and have not changed cost little. */
public final class Backfill {
    private static final int PARTICIPANTS_AT_ONCE = 8;

    private final DayIngest days;
    private final Limiter limiter = new Limiter(PARTICIPANTS_AT_ONCE);

    public Backfill(DayIngest days) {
        this.days = days;
    }

    /** Takes in all days from {@code first} to {@code last}, both included, of all the participants; participants at once, days in order. */
    public Future<List<DayEnding>> take(
            List<Participant> participants, LocalDate first, LocalDate last, Trigger trigger, Progress progress) {
        List<DayEnding> endings = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Future<Void>> work = participants.stream()
                .map(participant -> limiter.run(() -> chain(participant, first, last, trigger, ending -> {
                    endings.add(ending);
                    progress.day(ending);
                })))
                .toList();
        return Future.join(work).map(done -> List.copyOf(endings));
    }

    private Future<Void> chain(
            Participant participant, LocalDate date, LocalDate last, Trigger trigger, Progress progress) {
        if (date.isAfter(last)) {
            return Future.succeededFuture();
        }
        return days.take(participant, date, trigger)
                .onSuccess(progress::day)
                .compose(ending -> chain(participant, date.plusDays(1), last, trigger, progress));
    }
}
