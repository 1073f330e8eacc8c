package rw.ishemalink.compliance.licence;

import java.time.Instant;

/**
 * What a source last said of a licence.
 *
 * @param answer never {@link LicenceAnswer.NoAnswer}
 */
public record Word(Source source, LicenceAnswer answer, Instant saidAt) {

    /** Who says so. */
    public enum Source {
        /** The authority's own register, asked over HTTP. */
        REGISTER,
        /** A file of the authority that an official handed in. */
        IMPORT,
        /** Typed in by one official and approved by another. */
        MANUAL;

        /** Whether it is paper that somebody saw, not the authority itself. */
        boolean isPaper() {
            return this != REGISTER;
        }
    }
}
