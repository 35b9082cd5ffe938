package dev.daystream.cli;

import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import dev.daystream.model.JobTrigger;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares roll-ups and imputed values with samples, or the lake with what the database says of it. */
@Command(
        name = "verify",
        description = "Compare every roll-up and imputed value with the samples, or check every payload of the lake.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Option(names = "--repair", description = "Make anew what differs.")
    boolean repair;

    @Option(
            names = "--lake",
            description = "Check that every payload is in the lake, byte for byte as it came, instead of the roll-ups.")
    boolean lake;

    @Override
    public Integer call() {
        if (lake && repair) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--repair makes roll-ups anew; a payload that is lost cannot be made: restore it from a backup.");
        }
        JobRequest.Verify request = new JobRequest.Verify(lake, repair);
        try (Session session = Session.open()) {
            return JobHistory.run(session, request, control -> {
                JobResult result = Session.await(
                        session.wiring().verifyJob().run(request, JobTrigger.COMMAND, control, VerifyCommand::print));
                boolean stopped = control.isStopping();
                int exitCode = lake ? payloads(session, result, stopped) : samples(session, result, stopped);
                return new JobHistory.Done(stopped && exitCode == ExitCode.DONE ? ExitCode.PARTLY : exitCode, result);
            });
        }
    }

    private static void print(JobResult.Finding finding) {
        System.out.println(Stream.of(
                        finding.participant() == null ? null : "participant " + finding.participant(),
                        finding.date(),
                        finding.dataType(),
                        finding.words())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(", ")));
    }

    private static int payloads(Session session, JobResult result, boolean stopped) {
        long wrong = count(result, "missing") + count(result, "damaged");
        System.out.printf(
                "%s%,d payloads in %s, %s%n",
                stopped ? "Stopped before the end: " : "",
                count(result, "payloads"),
                session.settings().lakeDirectory(),
                wrong == 0
                        ? "all there and byte for byte as they came."
                        : "%,d of them missing or damaged.".formatted(wrong));
        return wrong == 0 ? ExitCode.DONE : ExitCode.DIFFERENT;
    }

    private int samples(Session session, JobResult result, boolean stopped) {
        boolean imputed = count(result, "imputed") == 0;
        if (!imputed) {
            System.out.println("Undo the runs that made them (./daystream impute --runs), and impute again.");
        }
        int rollUps = rollUps(session, result, stopped);
        return imputed ? rollUps : ExitCode.DIFFERENT;
    }

    private int rollUps(Session session, JobResult result, boolean stopped) {
        if (stopped) {
            System.out.println(result.words() + ".");
            return count(result, "buckets") == 0 ? ExitCode.DONE : ExitCode.DIFFERENT;
        }
        if (count(result, "buckets") == 0) {
            System.out.printf(
                    "%,d samples, and every roll-up agrees with them.%n",
                    Session.await(session.wiring().verification().samples()));
            return ExitCode.DONE;
        }
        System.out.println(result.words() + ".");
        if (!repair) {
            System.out.println("Make them anew with: ./daystream verify --repair");
            return ExitCode.DIFFERENT;
        }
        boolean mended = Session.await(session.wiring().rollUpCheck().run(false, JobTrigger.COMMAND, relation -> true))
                .findings()
                .isEmpty();
        System.out.println(mended ? "All roll-ups agree with the samples now." : "Some still differ.");
        return mended ? ExitCode.DONE : ExitCode.DIFFERENT;
    }

    private static long count(JobResult result, String name) {
        return result.counts().getOrDefault(name, 0L);
    }
}
