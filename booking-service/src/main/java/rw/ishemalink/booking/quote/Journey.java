package rw.ishemalink.booking.quote;

import rw.ishemalink.booking.terms.Cargo;

/** What is to be priced, complete and checked. */
public sealed interface Journey {

    Site from();

    Site to();

    /** Goods inside Rwanda. */
    record Domestic(Site from, Site to, Cargo cargo) implements Journey {}

    /** Goods out of Rwanda by a border post. */
    record Export(Site from, Site to, String borderPost, Cargo cargo) implements Journey {}

    /** A person, from point to point. */
    record Ride(Site from, Site to) implements Journey {}
}
