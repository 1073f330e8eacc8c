package rw.ishemalink.booking.terms;

import org.jspecify.annotations.Nullable;

/**
 * Where a journey starts or ends.
 *
 * @param district code 11…57 of the National Institute of Statistics; null abroad and for rides
 * @param country ISO 3166-1 alpha-2
 * @param latitude WGS 84 degrees; null where only the district or country is known
 * @param longitude WGS 84 degrees; null where only the district or country is known
 * @param label what people call it
 */
public record Place(
        @Nullable String district,
        String country,
        @Nullable Double latitude,
        @Nullable Double longitude,
        String label) {}
