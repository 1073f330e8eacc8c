package rw.ishemalink.booking.quote.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.booking.quote.BorderPost;
import rw.ishemalink.booking.quote.Commodity;
import rw.ishemalink.booking.quote.District;
import rw.ishemalink.booking.quote.Gazetteer;
import rw.ishemalink.booking.quote.GeoPoint;
import rw.ishemalink.booking.quote.Neighbour;

/** The places and goods as their tables have them, always in the same order. */
final class GazetteerRows {

    private static final String POSTS_THAT_LEAD_TO = """
            select name, country from border_post
            where country = :country or country in (select through from transit where country = :country)
            order by country, name""";

    private GazetteerRows() {}

    static Gazetteer read(Handle sql) {
        return new Gazetteer(
                sql.createQuery("select * from district order by code")
                        .map((row, _) -> new District(row.getString("code"), row.getString("name"), point(row)))
                        .list(),
                sql.createQuery("select * from neighbour order by country")
                        .map((row, _) -> neighbour(sql, row))
                        .list(),
                sql.createQuery("select * from commodity order by code")
                        .map((row, _) -> new Commodity(
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("hs_code"),
                                row.getBoolean("perishable")))
                        .list());
    }

    private static Neighbour neighbour(Handle sql, ResultSet row) throws SQLException {
        String country = row.getString("country");
        List<BorderPost> posts = sql.createQuery(POSTS_THAT_LEAD_TO)
                .bind("country", country)
                .map((post, _) -> new BorderPost(post.getString("name"), post.getString("country")))
                .list();
        return new Neighbour(country, row.getString("town"), point(row), posts);
    }

    private static GeoPoint point(ResultSet row) throws SQLException {
        return new GeoPoint(row.getDouble("latitude"), row.getDouble("longitude"));
    }
}
