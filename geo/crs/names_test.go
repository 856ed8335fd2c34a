package crs

import "testing"

// Names as ArcGIS, QGIS with the EPSG registry, and people write them; the codes
// are those of the EPSG registry.
func TestNamesOfSystems(t *testing.T) {
	for name, want := range map[string]string{
		"CGCS2000_3_Degree_GK_Zone_40":                 "EPSG:4528",
		"CGCS2000_3_Degree_GK_CM_120E":                 "EPSG:4549",
		"CGCS2000_GK_CM_120E":                          "EPSG:4549", // no 6° zone lies there
		"CGCS2000_GK_CM_117E":                          "EPSG:4509",
		"CGCS2000_GK_Zone_20":                          "EPSG:4498",
		"CGCS2000 / 3-degree Gauss-Kruger zone 40":     "EPSG:4528",
		"CGCS2000 / 3-degree Gauss-Kruger CM 120E":     "EPSG:4549",
		"CGCS2000 / Gauss-Kruger zone 20":              "EPSG:4498",
		"CGCS2000 / Gauss-Kruger CM 117E":              "EPSG:4509",
		"Xian 1980 / 3-degree Gauss-Kruger zone 40":    "EPSG:2364",
		"Xian_1980_GK_CM_117E":                         "EPSG:2345",
		"Beijing_1954_GK_Zone_20":                      "EPSG:21420",
		"Beijing_1954_GK_Zone_20N":                     "EPSG:21460",
		"Beijing 1954 / 3-degree Gauss-Kruger CM 120E": "EPSG:2437",
		"WGS_1984_UTM_Zone_50N":                        "EPSG:32650",
		"WGS 84 / UTM zone 50N":                        "EPSG:32650",
		"WGS 84 / UTM zone 3S":                         "EPSG:32703",
		"UTM 50N":                                      "EPSG:32650",
		"WGS 84 / Pseudo-Mercator":                     "EPSG:3857",
		"WGS_1984_Web_Mercator_Auxiliary_Sphere":       "EPSG:3857",
		"GCS_China_Geodetic_Coordinate_System_2000":    "EPSG:4490",
		"China Geodetic Coordinate System 2000":        "EPSG:4490",
		"GCS_WGS_1984":                                 "EPSG:4326",
		"GCS_Xian_1980":                                "EPSG:4610",
		"GCS_Beijing_1954":                             "EPSG:4214",
		"2000国家大地坐标系 3度带 中央经线120":                      "EPSG:4549",
		"2000国家大地坐标系":                                  "EPSG:4490",
		"2000国家大地坐标系，3度带，第40带":                         "EPSG:4528",
		"CGCS2000 三度带 中央子午线：120°E":                     "EPSG:4549",
		"CGCS2000高斯投影6度带 带号20":                         "EPSG:4498",
		"国家2000坐标系 六度带 中央经线117度":                       "EPSG:4509",
		"国家大地坐标系2000 中央子午线117":                         "EPSG:4548",
		"1980西安坐标系 ３度带 ４０带":                            "EPSG:2364",
		"西安80 3°带 中央经线120":                             "EPSG:2385",
		"北京54坐标系 高斯-克吕格 3度分带 中央子午线为东经120度": "EPSG:2437",
		"1954年北京坐标系":                "EPSG:4214",
		"WGS84 经纬度坐标":               "EPSG:4326",
		"CGCS2000 中央经线120.5":        "CGCS2000 / TM lon_0=120.5 x_0=500000 y_0=0 k=1",
		"CGCS2000 / TM lon_0=120.5": "CGCS2000 / TM lon_0=120.5 x_0=500000 y_0=0 k=1",
		"Xian 1980 / TM lon_0=118.25 x_0=50000 y_0=-3000000.5 k=1.00002": "Xian 1980 / TM lon_0=118.25 x_0=50000 y_0=-3000000.5 k=1.00002",
		"WGS 84 / TM lon_0=117 k=0.9996":                                 "EPSG:32650",
	} {
		if s, err := Lookup(name); err != nil || s.String() != want {
			t.Errorf("Lookup(%q) = %v, %v, want %s", name, s, err, want)
		}
	}
}

func TestNamesThatSayTooLittleOrTooMuch(t *testing.T) {
	for _, name := range []string{
		"CGCS2000_3_Degree_GK", "CGCS2000 3度带", "CGCS2000高斯投影", // which zone?
		"CGCS2000_3_Degree_GK_Zone_20", "CGCS2000_3_Degree_GK_Zone_46", "CGCS2000 6度带 40带", "CGCS2000 第24带",
		"CGCS2000_6_Degree_GK_CM_120E", "CGCS2000 3度带 40带 中央经线117", "CGCS2000 中央经线200",
		"3度带 中央经线120", "2000 3度带", "Xian_1980_UTM_Zone_50N", "WGS 84 / UTM zone 61N", "WGS 84 / UTM zone 0N", "utm 50",
		"New_Beijing_3_Degree_GK_Zone_40", "CGCS2000_3_Degree_GK_CM_120E_杭州", "Xian 1980 web mercator",
		"CGCS2000 / TM", "CGCS2000 / TM lon_0=x", "CGCS2000 / TM lon_0=120 lat_0=5", "CGCS2000 / TM lon_0=120 k=0", "CGCS2000 / TM lon_0=NaN", "X / TM lon_0=120",
	} {
		if s, err := Lookup(name); err == nil {
			t.Errorf("Lookup(%q) = %v", name, s)
		}
	}
}
