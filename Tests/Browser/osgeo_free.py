"""Map files made by hand, without the library that reads them in the program under test."""
import sqlite3
import struct
import zipfile

RD = (
    'PROJCS["Amersfoort / RD New",GEOGCS["Amersfoort",DATUM["Amersfoort",SPHEROID["Bessel 1841",6377397.155,299.1528128]],'
    'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Oblique_Stereographic"],'
    'PARAMETER["latitude_of_origin",52.1561605555556],PARAMETER["central_meridian",5.38763888888889],'
    'PARAMETER["scale_factor",0.9999079],PARAMETER["false_easting",155000],PARAMETER["false_northing",463000],UNIT["metre",1],'
    'AUTHORITY["EPSG","28992"]]')


def geopackage(file, geometry):
    """OGC 12-128: the tables that a reader needs, and one polygon."""
    ring = geometry["coordinates"][0]
    wkb = struct.pack("<BII", 1, 3, 1) + struct.pack("<I", len(ring)) + b"".join(struct.pack("<dd", *p) for p in ring)
    blob = b"GP\0\x01" + struct.pack("<i", 28992) + wkb
    database = sqlite3.connect(file)
    database.executescript(f"""
        PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
          organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
        INSERT INTO gpkg_spatial_ref_sys VALUES ('Amersfoort / RD New', 28992, 'EPSG', 28992, '{RD}', NULL),
          ('Undefined cartesian', -1, 'NONE', -1, 'undefined', NULL), ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL);
        CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT,
          last_change DATETIME NOT NULL DEFAULT '2026-11-20T00:00:00Z', min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);
        INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('plan', 'features', 'plan', 28992);
        CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
          srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));
        INSERT INTO gpkg_geometry_columns VALUES ('plan', 'geom', 'POLYGON', 28992, 0, 0);
        CREATE TABLE plan (fid INTEGER PRIMARY KEY AUTOINCREMENT, geom BLOB, naam TEXT);""")
    database.execute("INSERT INTO plan (geom, naam) VALUES (?, 'proef')", (blob,))
    database.commit()
    database.close()
    return file


def shapefile(folder, geometry):
    """ESRI's whitepaper of 1998: one polygon, its index, one field, and the projection; zipped."""
    ring = [tuple(p) for p in geometry["coordinates"][0]]
    ring = ring[::-1] if area(ring) > 0 else ring  # clockwise outside
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    box = struct.pack("<4d", min(xs), min(ys), max(xs), max(ys))
    shape = struct.pack("<i", 5) + box + struct.pack("<3i", 1, len(ring), 0) + b"".join(struct.pack("<dd", *p) for p in ring)
    record = struct.pack(">2i", 1, len(shape) // 2) + shape

    def head(length):
        return struct.pack(">7i", 9994, 0, 0, 0, 0, 0, length // 2) + struct.pack("<2i", 1000, 5) + box + struct.pack("<4d", 0, 0, 0, 0)

    shp = head(100 + len(record)) + record
    shx = head(108) + struct.pack(">2i", 50, len(shape) // 2)
    dbf = struct.pack("<4BIHH20x", 3, 126, 11, 20, 1, 65, 11) + struct.pack("<11sc4xBB14x", b"naam", b"C", 10, 0) + b"\r" + b" proef     " + b"\x1a"
    with zipfile.ZipFile(folder / "plan.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for ending, content in [("shp", shp), ("shx", shx), ("dbf", dbf), ("prj", RD.encode())]:
            archive.writestr(f"plan.{ending}", content)
    return folder / "plan.zip"


def area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2
