package dev.daystream.cli;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.DataDictionary;
import dev.daystream.metrics.DerivedCatalog;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints the data dictionary. */
@Command(
        name = "dictionary",
        description = "Print the data dictionary, which docs/data-dictionary.md holds.",
        mixinStandardHelpOptions = true)
final class DictionaryCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        System.out.print(DataDictionary.text(Catalog.bundled(), DerivedCatalog.bundled()));
        return ExitCode.DONE;
    }
}
