collateSearch("terms",{"kinds":[130,46,10,1,7,51],"shown":6,"starts":["","#2027","27","=j","ag","californian","dep","form","jos","news","pri","shortl","tie"],"version":"qg7ql5"})
