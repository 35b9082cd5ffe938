package dev.daystream.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Marks tests of what the store promises whatever the engine: the class runs once on each engine that this machine has.
 *
 * <p>What {@link TestDatabase} creates meanwhile is on that engine. Databases for all tests of a class are made in a method annotated
 * with BeforeParameterizedClassInvocation; BeforeAll and static initialisers run but once.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@ArgumentsSource(EngineRuns.class)
@ExtendWith(EngineRuns.class)
public @interface EveryEngine {}
