package dev.daystream.cli;

import dev.daystream.store.Verification;
import dev.daystream.store.Verification.Finding;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares roll-ups with samples. */
@Command(
        name = "verify",
        description = "Compare every roll-up with the samples it is made from.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Option(names = "--repair", description = "Make anew what differs.")
    boolean repair;

    @Override
    public Integer call() {
        try (Session session = Session.open()) {
            Verification verification = session.wiring().verification();
            long samples = Session.await(verification.samples());
            List<Finding> findings = Session.await(verification.run(repair));
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
            boolean mended = Session.await(verification.run(false)).isEmpty();
            System.out.println(mended ? "All roll-ups agree with the samples now." : "Some still differ.");
            return mended ? ExitCode.DONE : ExitCode.DIFFERENT;
        }
    }
}
