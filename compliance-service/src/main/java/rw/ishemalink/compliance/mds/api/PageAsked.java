package rw.ishemalink.compliance.mds.api;

import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.mds.api.Payloads.Links;
import rw.ishemalink.compliance.mds.store.MdsReader.Cut;
import rw.ishemalink.kit.problem.ProblemException;

/** Which page of a list is wanted ({@code page[number]} from 1, {@code page[size]}; JSON:API, as MDS asks). */
record PageAsked(int number, int size) {

    private static final int LONGEST = 1_000;

    /**
     * Reads the parameters; the first page of full length when they are absent.
     *
     * @throws ProblemException 400 when they are out of range
     */
    static PageAsked of(@Nullable String number, @Nullable String size) {
        try {
            PageAsked asked = new PageAsked(
                    number == null ? 1 : Integer.parseInt(number), size == null ? LONGEST : Integer.parseInt(size));
            if (asked.number >= 1
                    && asked.number <= Integer.MAX_VALUE / LONGEST
                    && asked.size >= 1
                    && asked.size <= LONGEST) {
                return asked;
            }
        } catch (NumberFormatException e) {
            throw ProblemException.badRequest("bad-mds-page", LONGEST);
        }
        throw ProblemException.badRequest("bad-mds-page", LONGEST);
    }

    /** One more than the page: whether there is a next one. */
    Cut cut() {
        return new Cut(size + 1, (number - 1) * size);
    }

    /**
     * Where the other pages are.
     *
     * @param address path and own parameters, to which those of the page are added
     * @param separator between the two: ? or &amp;
     */
    Links links(String address, char separator, boolean more) {
        String base = address + separator;
        return new Links(
                page(base, 1), number == 1 ? null : page(base, number - 1), more ? page(base, number + 1) : null);
    }

    private String page(String base, int wanted) {
        return base + "page%5Bnumber%5D=" + wanted + "&page%5Bsize%5D=" + size;
    }
}
