package rw.ishemalink.analytics.summary;

import rw.ishemalink.analytics.customers.Behaviors;

/** How many people a figure about people is made of at least. */
public final class Crowd {

    /**
     * So that nobody can be made out in it, nor told from who came or went: the contract of {@code analytics.summary}
     * promises it to whoever reads that topic.
     */
    public static final long LEAST_PEOPLE = Behaviors.LEAST_PEOPLE;

    private Crowd() {}
}
