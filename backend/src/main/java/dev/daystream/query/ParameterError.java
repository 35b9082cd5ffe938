package dev.daystream.query;

/**
 * What is wrong with one parameter of a request.
 *
 * @param parameter its name
 * @param message what is wrong and what would be right
 */
public record ParameterError(String parameter, String message) {}
