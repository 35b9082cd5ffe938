package dev.daystream.simulator.switches;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Spoils payloads in the ways that have been seen, and some that have not yet. */
final class Corruption {
    private static final byte[] PAGE = ("<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>"
                    + "<body><h1>Bad Gateway</h1></body></html>\n")
            .getBytes(StandardCharsets.UTF_8);
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] BROKEN = {(byte) 0xC3, (byte) 0x28};
    private static final List<JsonNode> WRONG_TYPES = List.of(
            TextNode.valueOf("n/a"),
            BooleanNode.TRUE,
            new ArrayNode(JsonNodeFactory.instance),
            new ObjectNode(JsonNodeFactory.instance));
    private static final List<JsonNode> BEYOND = List.of(IntNode.valueOf(99_999_999), IntNode.valueOf(-7));
    private static final List<JsonNode> HUGE = List.of(
            new POJONode(new RawValue("1e400")),
            new POJONode(new RawValue("123456789012345678901234567890")),
            new POJONode(new RawValue("-1e-400")));

    private Corruption() {}

    /** Returns the payload of a date, spoilt in the way that a mode of {@link Kind#CORRUPT} names. */
    static byte[] apply(String mode, byte[] body, LocalDate date) {
        return switch (mode) {
            case "truncated" -> Arrays.copyOf(body, body.length / 2);
            case "html" -> PAGE.clone();
            case "utf8" -> insert(body, textAfter(body, body.length / 2), BROKEN);
            case "bom" -> insert(body, 0, MARK);
            case "date" ->
                new String(body, StandardCharsets.UTF_8)
                        .replace(date.toString(), date.minusDays(1).toString())
                        .getBytes(StandardCharsets.UTF_8);
            case "types" -> everyTenthNumber(body, WRONG_TYPES);
            case "range" -> everyTenthNumber(body, BEYOND);
            case "numbers" -> everyTenthNumber(body, HUGE);
            default -> throw new IllegalArgumentException("Nothing is spoilt by " + mode);
        };
    }

    private static byte[] insert(byte[] body, int at, byte[] more) {
        byte[] longer = Arrays.copyOf(body, body.length + more.length);
        System.arraycopy(body, at, longer, at + more.length, body.length - at);
        System.arraycopy(more, 0, longer, at, more.length);
        return longer;
    }

    /** Returns where the first text that follows a key begins, from a position on; the payload's end if there is none. */
    private static int textAfter(byte[] body, int from) {
        for (int i = Math.max(1, from); i < body.length; i++) {
            if (body[i] == '"' && body[i - 1] == ':') {
                return i + 1;
            }
        }
        return body.length;
    }

    private static byte[] everyTenthNumber(byte[] body, List<JsonNode> instead) {
        int[] numbers = {8};
        return Trees.write(Trees.replace(
                Trees.read(body),
                leaf -> leaf.isNumber() && ++numbers[0] % 10 == 0
                        ? instead.get(numbers[0] / 10 % instead.size())
                        : leaf));
    }
}
