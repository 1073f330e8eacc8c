package rw.ishemalink.compliance.casefile;

/**
 * A part of an export: one commodity.
 *
 * @param hsCode as printed, e.g. 0901.11
 */
public record ExportParcel(String commodity, String hsCode, long weightKg, int packages) {}
