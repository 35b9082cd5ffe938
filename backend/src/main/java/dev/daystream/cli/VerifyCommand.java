package dev.daystream.cli;

import dev.daystream.ingest.RollUpCheck;
import dev.daystream.model.JobTrigger;
import dev.daystream.store.ImputedCheck;
import dev.daystream.store.Verification.Finding;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
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
        if (lake) {
            return lake();
        }
        return samples();
    }

    private int lake() {
        if (repair) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--repair makes roll-ups anew; a payload that is lost cannot be made: restore it from a backup.");
        }
        try (Session session = Session.open()) {
            AtomicLong findings = new AtomicLong();
            long checked = Session.await(session.wiring().lakeCheck().run(finding -> {
                findings.incrementAndGet();
                System.out.printf(
                        "%s: %s, %s%s%n",
                        finding.state().name().toLowerCase(Locale.ROOT),
                        finding.place(),
                        finding.delivery(),
                        finding.inEffect() ? "" : " (not in effect)");
            }));
            System.out.printf(
                    "%,d payloads in %s, %s%n",
                    checked,
                    session.settings().lakeDirectory(),
                    findings.get() == 0
                            ? "all there and byte for byte as they came."
                            : "%,d of them missing or damaged.".formatted(findings.get()));
            return findings.get() == 0 ? ExitCode.DONE : ExitCode.DIFFERENT;
        }
    }

    private int samples() {
        try (Session session = Session.open()) {
            int rollUps = rollUps(session);
            return imputed(session) ? rollUps : ExitCode.DIFFERENT;
        }
    }

    /** Returns whether all imputed values may be there. */
    private static boolean imputed(Session session) {
        List<ImputedCheck.Finding> findings =
                Session.await(session.wiring().imputedCheck().run());
        findings.forEach(System.out::println);
        if (!findings.isEmpty()) {
            System.out.println("Undo the runs that made them (./daystream impute --runs), and impute again.");
        }
        return findings.isEmpty();
    }

    private int rollUps(Session session) {
        RollUpCheck check = session.wiring().rollUpCheck();
        long samples = Session.await(session.wiring().verification().samples());
        List<Finding> findings = findings(check, repair);
        findings.forEach(finding -> System.out.printf(
                "%s: series %d differs in %,d buckets from %s to %s%s%n",
                finding.relation(),
                finding.series(),
                finding.buckets(),
                finding.first(),
                finding.last(),
                repair ? "; made anew" : ""));
        if (findings.isEmpty()) {
            System.out.printf("%,d samples, and every roll-up agrees with them.%n", samples);
            return ExitCode.DONE;
        }
        if (!repair) {
            System.out.println("Make them anew with: ./daystream verify --repair");
            return ExitCode.DIFFERENT;
        }
        boolean mended = findings(check, false).isEmpty();
        System.out.println(mended ? "All roll-ups agree with the samples now." : "Some still differ.");
        return mended ? ExitCode.DONE : ExitCode.DIFFERENT;
    }

    private static List<Finding> findings(RollUpCheck check, boolean repair) {
        return Session.await(check.run(repair, JobTrigger.COMMAND, relation -> true))
                .findings();
    }
}
