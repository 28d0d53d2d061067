collateSearch("terms",{"kinds":[130,46,10,1,7,51],"shown":6,"starts":["","#2027","27","=j","ag","californian","dep","forfeite","jos","news","prev","shorte","ti"],"version":"1oxhgsk"})
