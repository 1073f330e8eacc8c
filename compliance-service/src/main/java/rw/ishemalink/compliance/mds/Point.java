package rw.ishemalink.compliance.mds;

/** WGS 84 degrees. */
public record Point(double latitude, double longitude) {}
