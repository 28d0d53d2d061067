collateSearch("terms",{"kinds":[132,46,10,1,7,51],"shown":6,"starts":["","#2027","28","=k","agains","calls","dep","form","joine","new","pri","shortl","ti"],"version":"gf213d"})
