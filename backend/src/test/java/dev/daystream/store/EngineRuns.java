package dev.daystream.store;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.params.ParameterInfo;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Runs a test class on each engine, one after another. */
final class EngineRuns
        implements ArgumentsProvider,
                BeforeClassTemplateInvocationCallback,
                AfterClassTemplateInvocationCallback,
                TestWatcher {
    private final TestEngine before = TestEngine.current();

    @Override
    public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return TestServers.available().map(Arguments::of);
    }

    @Override
    public void beforeClassTemplateInvocation(ExtensionContext context) {
        TestEngine.use(engine(context));
    }

    @Override
    public void afterClassTemplateInvocation(ExtensionContext context) {
        TestDatabase.dropAll(engine(context));
        TestEngine.use(before);
    }

    /** Reports number the runs of a class, and leave out their titles. */
    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        System.out.println("Failed on " + TestEngine.current() + ": "
                + context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName());
    }

    /** Classes that take no parameter are not given their argument; its place in the order is known all the same. */
    private static TestEngine engine(ExtensionContext context) {
        ParameterInfo run = Objects.requireNonNull(ParameterInfo.get(context));
        return TestServers.available().toList().get(run.getArguments().getInvocationIndex() - 1);
    }
}
