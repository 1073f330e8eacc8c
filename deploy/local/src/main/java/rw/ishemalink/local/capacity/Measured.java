package rw.ishemalink.local.capacity;

/**
 * What was measured, once, on one machine.
 *
 * @param source the command that measures it again, and where its figure stands
 */
public record Measured(String what, double value, String unit, String source) {}
