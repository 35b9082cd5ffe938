package dev.daystream.store;

import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** All that {@link DayStoreTest} says, with the switch set that sends days through the row store. */
@EveryEngine
class RowStoreTest extends DayStoreTest {
    @BeforeParameterizedClassInvocation
    static void throughTheRowStore() {
        System.setProperty(AggregateRollUps.ROW_STORE, "true");
    }

    @AfterParameterizedClassInvocation
    static void straightAgain() {
        System.clearProperty(AggregateRollUps.ROW_STORE);
    }
}
