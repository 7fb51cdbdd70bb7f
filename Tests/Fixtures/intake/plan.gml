<?xml version="1.0" encoding="utf-8" ?>
<ogr:FeatureCollection
     gml:id="aFeatureCollection"
     xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
     xsi:schemaLocation="http://ogr.maptools.org/ plan.xsd"
     xmlns:ogr="http://ogr.maptools.org/"
     xmlns:gml="http://www.opengis.net/gml/3.2">
  <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::28992"><gml:lowerCorner>233000 557000</gml:lowerCorner><gml:upperCorner>234080 558060</gml:upperCorner></gml:Envelope></gml:boundedBy>
                                                                                                                                                         
  <ogr:featureMember>
    <ogr:plan gml:id="plan.0">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::28992"><gml:lowerCorner>233000 557000</gml:lowerCorner><gml:upperCorner>233100 557050</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Polygon srsName="urn:ogc:def:crs:EPSG::28992" gml:id="plan.geom.0"><gml:exterior><gml:LinearRing><gml:posList>233000 557000 233100 557000 233100 557050 233000 557050 233000 557000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></ogr:geometryProperty>
      <ogr:naam>Noord</ogr:naam>
      <ogr:aantal>12</ogr:aantal>
    </ogr:plan>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:plan gml:id="plan.1">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::28992"><gml:lowerCorner>234000 558000</gml:lowerCorner><gml:upperCorner>234080 558060</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Polygon srsName="urn:ogc:def:crs:EPSG::28992" gml:id="plan.geom.1"><gml:exterior><gml:LinearRing><gml:posList>234000 558000 234080 558000 234000 558060 234000 558000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></ogr:geometryProperty>
      <ogr:naam>Zuid</ogr:naam>
      <ogr:aantal>7</ogr:aantal>
    </ogr:plan>
  </ogr:featureMember>
</ogr:FeatureCollection>
