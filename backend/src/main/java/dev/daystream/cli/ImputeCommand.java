package dev.daystream.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes values for gaps, in a layer of their own. */
@Command(
        name = "impute",
        description = {
            "Make values for short gaps, in a layer of their own; data are never touched.",
            "What has been made and still holds is left alone. May run beside the service, be broken off and repeated."
        },
        mixinStandardHelpOptions = true)
final class ImputeCommand implements Callable<Integer> {
    @Mixin
    PeopleOption people = new PeopleOption();

    @Mixin
    DaysOption days = new DaysOption();

    @Option(
            names = "--metric",
            split = ",",
            paramLabel = "KEY",
            description = "Metrics, such as heart_rate; all that may be imputed if not given.")
    List<String> metrics = new ArrayList<>();

    @Override
    public Integer call() {
        days.check();
        try (Session session = Session.open()) {
            people.any(session.wiring());
            return ExitCode.DONE;
        }
    }
}
