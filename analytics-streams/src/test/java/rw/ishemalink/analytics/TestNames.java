package rw.ishemalink.analytics;

import rw.ishemalink.analytics.facts.Pseudonyms;

/** Other names of people under the key that everybody knows. */
public final class TestNames {

    public static final String KEY = "aXNoZW1hbGluay1vbi1hLWRldmVsb3BlcnMtbWFjaGluZSE=";

    public static final Pseudonyms PSEUDONYMS = new Pseudonyms(KEY);

    private TestNames() {}
}
