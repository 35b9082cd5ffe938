package dev.daystream.http;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        await(VERTX.close());
    }

    @Test
    void theContractIsValidOpenApi() {
        assertThat(ContractCheck.errorsOfTheContract(VERTX)).isEmpty();
    }

    @Test
    void everyOperationIsRead() {
        assertThat(Contract.bundled().operations())
                .extracting(Contract.Operation::id)
                .containsExactlyElementsOf(new ContractCheck(VERTX).operations());
    }

    @Test
    void parametersAreReadAsTheContractMeansThem() {
        ParameterSpec participants = Contract.bundled().operations().stream()
                .filter(operation -> operation.id().equals("getSeries"))
                .flatMap(operation -> operation.parameters().stream())
                .filter(parameter -> parameter.name().equals("participants"))
                .findFirst()
                .orElseThrow();
        assertThat(participants)
                .isEqualTo(new ParameterSpec(
                        "participants",
                        false,
                        true,
                        true,
                        new ParameterSpec.ValueSpec(true, 1, Long.MAX_VALUE, List.of()),
                        1,
                        50,
                        null));
    }
}
