package rw.ishemalink.tracking.route;

import rw.ishemalink.tracking.geofence.GeoPoint;

/** Where towns are, to some hundred metres. */
final class Towns {

    static final GeoPoint KIGALI = new GeoPoint(-1.9441, 30.0619);
    static final GeoPoint NYARUGENGE = new GeoPoint(-1.9918, 30.0289);
    static final GeoPoint GICUMBI = new GeoPoint(-1.6216, 30.1139);
    static final GeoPoint GATUNA = new GeoPoint(-1.4235, 30.0115);
    static final GeoPoint MUHANGA = new GeoPoint(-2.0786, 29.7525);
    static final GeoPoint HUYE = new GeoPoint(-2.5967, 29.7394);
    static final GeoPoint MUSANZE = new GeoPoint(-1.4998, 29.6335);
    static final GeoPoint RUBAVU = new GeoPoint(-1.679, 29.2475);
    static final GeoPoint RWAMAGANA = new GeoPoint(-1.9487, 30.4347);
    static final GeoPoint KAYONZA = new GeoPoint(-1.9, 30.51);
    static final GeoPoint RUSUMO = new GeoPoint(-2.3806, 30.7772);
    static final GeoPoint KAGITUMBA = new GeoPoint(-1.054, 30.459);
    static final GeoPoint KAMPALA = new GeoPoint(0.3136, 32.5811);

    private Towns() {}
}
